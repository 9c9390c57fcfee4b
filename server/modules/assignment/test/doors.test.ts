import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket } from '../../support/test/world.ts';
import { buildDesk } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const desk = await buildDesk(app);
const team = '/api/console/support-team';
const ways = '/api/console/ticket-queue-ways';
const setting = { capacity: 3, skills: ['dns', 'en', 'dns'], calendarId: null };

test('agents see the team and say whether they are there; only leads change how much others take', async () => {
  const agent = await desk.agent();
  const finance = await buildStaff(app, 'finance');
  expect((await agent.put(`${team}/${agent.id}`, setting, { version: 1 })).status).toBe(404);
  expect((await agent.put(`${team}/${agent.id}/presence`, { away: true })).status).toBe(404);
  expect((await agent.put(`${ways}/general`, { way: 'hand' }, { version: 0 })).status).toBe(404);
  expect((await finance.get(team)).status).toBe(404);
  expect((await acme.owner.get('/api/console/duty')).status).toBe(404);
  const ticket = await openTicket(acme, acme.owner);
  expect((await acme.owner.get(`${ticket.console}/assignment`)).status).toBe(404);

  const changed = await desk.lead.put(`${team}/${agent.id}`, setting, { version: 1 });
  expect(changed.status, changed.text).toBe(204);
  expect((await desk.lead.put(`${team}/${agent.id}`, setting, { version: 1 })).body.code).toBe(
    'changed_meanwhile',
  );
  expect(await desk.agentOf(agent.id)).toMatchObject({ capacity: 3, skills: ['dns', 'en'], version: 2 });
  expect((await agent.get('/api/console/support-skills')).body.items).toEqual(['dns', 'en']);
  expect((await desk.lead.put(`${team}/${finance.id}`, setting, { version: 0 })).status).toBe(404);
  const unknown = { ...setting, calendarId: acme.id };
  expect((await desk.lead.put(`${team}/${agent.id}`, unknown, { version: 2 })).body.code).toBe(
    'unknown_calendar',
  );
});

test('the list of the team is searched by name and skill, narrowed by state, and comes in pages', async () => {
  const mail = await desk.agent({ skills: ['mailservers'] });
  const found = await desk.lead.get(`${team}?q=MAILSERV`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([mail.id]);
  await mail.put('/api/console/duty', { away: true, until: null });
  const away = await desk.lead.get(`${team}?state=away`);
  expect(away.body.items).toMatchObject([{ id: mail.id, state: 'away', away: true, awayUntil: null }]);
  const names: string[] = [];
  let next: string | null = null;
  do {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await desk.lead.get(
      `${team}?limit=1${next ? `&after=${next}` : ''}`,
    );
    names.push(...body.items.map(({ id }) => id));
    next = body.next;
  } while (next);
  expect(names).toHaveLength((await desk.lead.get(team)).body.items.length);
});

test('away has an end that lies ahead, or none; a queue passes on to another one that there is', async () => {
  const agent = await desk.agent();
  const past = new Date(app.clock.now().getTime() - 1).toISOString();
  expect((await agent.put('/api/console/duty', { away: true, until: past })).body.code).toBe('until_is_past');
  const later = new Date(app.clock.now().getTime() + 60_000).toISOString();
  const answer = await agent.put('/api/console/duty', { away: true, until: later });
  expect(answer.body).toMatchObject({ state: 'away', awayUntil: later, takesPart: false });
  await desk.lead.put(`${team}/${agent.id}/presence`, { away: false });
  expect((await agent.get('/api/console/duty')).body).toMatchObject({ state: 'here', awayUntil: null });

  const set = (over: object) =>
    desk.lead.put(`${ways}/general`, { way: 'round_robin', ...over }, { version: 0 });
  expect((await set({ overflow: { to: 'general', minutes: 5 } })).body.code).toBe('overflow_to_itself');
  expect((await set({ overflow: { to: 'nowhere', minutes: 5 } })).body.code).toBe('unknown_link');
  expect((await set({ members: [acme.owner.id] })).body.code).toBe('not_assignable');
  expect((await set({})).status).toBe(204);
  expect((await set({})).body.code).toBe('changed_meanwhile');
  // Nobody by name: the whole support team, and no administrator.
  expect((await agent.get('/api/console/duty')).body.takesPart).toBe(true);
  expect((await desk.lead.get('/api/console/duty')).body.takesPart).toBe(false);
});
