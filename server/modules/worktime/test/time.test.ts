import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const colleague = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const finance = await buildStaff(app, 'finance');
const today = app.clock.now().toISOString().slice(0, 10);
const work = (over: object = {}) => ({
  workedOn: today,
  minutes: 20,
  note: 'Moved the mail',
  billable: true,
  ...over,
});
const entries = '/api/console/time-entries';
const open = async () => (await openTicket(acme, acme.owner)).console;

test('time is recorded by hand, summed, and changed by who recorded it', async () => {
  const at = `${await open()}/time`;
  await agent.post(at, work());
  const made = await agent.post(at, work({ minutes: 40, billable: false }));
  expect(made.status, made.text).toBe(201);
  expect(made.body.sums).toEqual({ all: 60, billable: 20, unbilled: 20 });
  const [entry] = made.body.items;
  expect(entry).toMatchObject({
    person: { id: agent.id },
    minutes: 40,
    can: { change: true },
    invoice: null,
  });

  const one = `${entries}/${entry.id}`;
  expect((await agent.put(one, work({ minutes: 50 }), { version: 1 })).status).toBe(204);
  expect((await agent.put(one, work({ minutes: 55 }), { version: 1 })).status).toBe(412);
  expect((await colleague.get(at)).body.items[0].can).toEqual({ change: { no: 'not_your_time' } });
  expect((await colleague.put(one, work(), { version: 2 })).body.code).toBe('not_your_time');
  expect((await colleague.delete(one)).body.code).toBe('not_your_time');
  expect((await administrator.put(one, work({ minutes: 45 }), { version: 2 })).status).toBe(204);
  expect((await agent.delete(one)).status).toBe(204);
  expect((await agent.delete(one)).status).toBe(404);
  expect((await agent.get(at)).body.sums.all).toBe(20);
});

test('nobody records for days to come, and clients neither see nor write time', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.console}/time`;
  expect((await agent.post(at, work({ workedOn: '2199-01-01' }))).body.code).toBe('day_ahead');
  expect((await agent.post(at, work({ minutes: 0 }))).status).toBe(400);
  await agent.post(at, work({ note: 'Something among ourselves' }));
  expect((await acme.owner.get(at)).status).toBe(404);
  expect((await finance.get(at)).body.can).toEqual({ record: { no: 'your_role' } });
  expect((await finance.post(at, work())).status).toBe(404);
  expect((await acme.owner.get(ticket.at)).text).not.toContain('among ourselves');
});

test('a timer runs on the server’s clock, on one ticket, and counts once', async () => {
  const [first, second] = [`${await open()}/time`, `${await open()}/time`];
  await agent.post(`${first}/timer`);
  await app.clock.advance({ minutes: 4 });
  expect((await agent.post(`${first}/timer`)).status).toBe(200);
  await app.clock.advance({ minutes: 3 });
  expect((await agent.get(second)).body.timer).not.toBeNull();
  expect((await agent.post(`${second}/timer`)).body.code).toBe('timer_runs');
  const about = { note: 'Looked into it', billable: true };
  const stops = await Promise.all([
    agent.post(`${first}/timer/stop`, about),
    agent.post(`${first}/timer/stop`, about),
  ]);
  expect(stops.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  const { items, timer } = (await agent.get(first)).body;
  expect(timer).toBeNull();
  expect(items).toMatchObject([{ minutes: 7, note: 'Looked into it' }]);
  await agent.post(`${second}/timer`);
  expect((await agent.delete(`${second}/timer`)).status).toBe(204);
  expect((await agent.get(second)).body.items).toEqual([]);
});

test('the list is narrowed by client, agent, days and state, page by page, and is a file as well', async () => {
  const other = await buildOrganization(app, { name: 'Other' });
  const ticket = await openTicket(other, other.owner);
  for (const minutes of [10, 20, 30])
    await colleague.post(`${ticket.console}/time`, work({ minutes, note: '=1+1' }));
  await agent.post(`${ticket.console}/time`, work({ billable: false }));
  const list = async (query: string) => (await finance.get(`${entries}?client=${other.id}&${query}`)).body;
  expect((await list('')).items).toHaveLength(4);
  expect((await list(`person=${colleague.id}&state=unbilled`)).items).toHaveLength(3);
  expect((await list('state=not_billable')).items).toMatchObject([{ person: { id: agent.id } }]);
  expect((await list('to=2000-01-01')).items).toEqual([]);
  const page = await list('limit=3');
  expect((await list(`limit=3&after=${page.next}`)).items).toHaveLength(1);
  const file = await finance.get(`${entries}/file?client=${other.id}&person=${colleague.id}`);
  expect(file.text.split('\r\n')).toHaveLength(5);
  expect(file.text).toContain("'=1+1");
});
