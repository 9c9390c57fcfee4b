import type { Id } from '../../kernel/values/ids.ts';
import type { Actor } from './story.ts';

const rules = '/api/console/escalation-rules';
const rotas = '/api/console/on-call-rotas';
const levels = '/api/console/escalation-levels';

/** Who is on call after hours, and which tickets go up by themselves. */
export async function prepareEscalation(
  administrator: Actor,
  people: readonly Id<'person'>[],
  today: string,
): Promise<void> {
  const rota = await administrator.post(rotas, {
    name: 'Jaga malam',
    zone: 'Asia/Jakarta',
    turn: 'week',
    handover: '17:00',
    beginsOn: today,
    people,
  });
  const [, second] = (await administrator.get(levels)).items;
  const { people: _people, level: _level, version, ...others } = second;
  await administrator.put(`${levels}/1`, version, { ...others, people: [], rotaId: rota.id });
  await administrator.post(rules, {
    title: 'Darurat lebih dari satu jam',
    position: 1,
    active: true,
    conditions: { match: 'all', tests: [{ of: 'priority', is: true, values: ['emergency'] }] },
    ageMinutes: 60,
    goal: null,
    goalOffset: null,
    reopenings: null,
    level: 1,
    way: 'hierarchical',
    acts: {},
  });
}

/** A ticket that an agent raised, and that somebody has in hand. */
export async function escalateOne(agent: Actor, administrator: Actor): Promise<void> {
  const { items } = await agent.get('/api/console/tickets?q=ditangguhkan');
  const ticket = items[0];
  if (!ticket) return;
  const reason =
    'Klien tidak bisa bekerja dan sudah menelepon dua kali. Mohon keputusan soal pengaktifan sementara.';
  const made = await agent.post(`/api/console/tickets/${ticket.id}/escalations`, { level: 2, reason });
  await administrator.post(`/api/console/escalations/${made.id}/acknowledge`);
}
