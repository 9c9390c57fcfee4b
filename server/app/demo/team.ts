import { randomBytes } from 'node:crypto';
import type { Id } from '../../kernel/values/ids.ts';
import { hashPassword, makeAdministrator } from '../../modules/identity/index.ts';
import type { Actor, Story } from './story.ts';

/** Colleagues at the desk, whom nobody signs in as. */
const colleagues = [
  { name: 'Wulan Safitri', email: 'wulan@nusantaracloud.example' },
  { name: 'Galih Ramadhan', email: 'galih@nusantaracloud.example' },
];

const team = '/api/console/support-team';

/** Technical tickets go to the least loaded of three who know what they are about; one of them is away. */
export async function shareWork(story: Story, lead: Actor, agent: Id<'person'>): Promise<void> {
  const hash = await hashPassword(randomBytes(24).toString('base64'));
  const [wulan, galih] = await story.ctx.transact(async (tx) => {
    const hired: Id<'person'>[] = [];
    for (const person of colleagues) {
      const about = { ...person, locale: 'id' as const, timeZone: 'Asia/Jakarta' };
      hired.push(await makeAdministrator(tx, about, hash, ['support']));
    }
    return hired as [Id<'person'>, Id<'person'>];
  });
  const { items } = await lead.get('/api/console/service-levels/calendars');
  const office: string | null = items[0]?.id ?? null;
  const knows = (
    person: Id<'person'>,
    skills: string[],
    capacity: number,
    calendarId: string | null = null,
  ) => lead.put(`${team}/${person}`, 0, { capacity, skills, calendarId });
  await knows(agent, ['id', 'server'], 8);
  await knows(wulan, ['id', 'en', 'server', 'email'], 6);
  await knows(galih, ['id', 'email'], 10, office);
  await lead.put(`${team}/${galih}/presence`, 0, { away: true });
  await lead.put('/api/console/ticket-queue-ways/technical', 0, {
    way: 'least_loaded',
    members: [agent, wulan, galih],
    matchLanguage: true,
    matchTags: true,
    overflow: { to: 'general', minutes: 240 },
  });
  await story.settle();
}
