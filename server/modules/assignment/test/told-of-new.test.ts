import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { openTicket, toldTo } from '../../support/test/world.ts';
import { buildDesk } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const desk = await buildDesk(app);
const preferences = '/api/me/message-preferences';
const choose = (who: TestPerson, channel: string, reach: string) =>
  who.put(`${preferences}/support-new`, { channel, reach });
/** How many new tickets somebody heard of, in the bell and by mail. */
async function heard(who: TestPerson): Promise<[number, number]> {
  const { body } = await who.get('/api/me/notices');
  const notices = body.items.filter(({ kind }: { kind: string }) => kind === 'support.ticket-for-staff');
  const mails = app.ports.sent.filter(
    ({ to, subject }) => to.address === who.email && /^(Tiket baru|New ticket) /.test(subject),
  );
  return [notices.length, mails.length];
}
async function open(...queues: string[]): Promise<void> {
  for (const queue of queues) await openTicket(acme, acme.owner, { queue });
  await app.settle();
}

test('of new tickets staff hear what comes to their queues, or what they chose for each channel', async () => {
  const [member, other, reader] = [
    await desk.agent(),
    await desk.agent(),
    await buildStaff(app, 'operations'),
  ];
  for (const name of ['hers', 'anybody']) await desk.queue(name);
  await desk.way('hers', { way: 'hand', members: [member.id] });

  await open('hers', 'anybody');
  expect(await heard(member)).toEqual([2, 2]);
  expect(await heard(other)).toEqual([1, 1]);
  // Administrators hear of them where there is no team, who only reads where they ask for it.
  for (const who of [desk.lead, reader]) expect(await heard(who)).toEqual([0, 0]);

  const chosen = await choose(other, 'in_app', 'all');
  expect(chosen.body.items).toContainEqual({
    topic: 'support-new',
    required: false,
    email: true,
    inApp: true,
    reach: { email: 'queues', inApp: 'all' },
  });
  await choose(reader, 'email', 'all');
  await choose(member, 'email', 'given');
  await choose(member, 'in_app', 'none');
  await open('hers', 'anybody');
  expect(await heard(member)).toEqual([2, 2]);
  expect(await heard(other)).toEqual([3, 2]);
  expect(await heard(reader)).toEqual([0, 2]);
  // What nobody wants is not even written down.
  const told = (await toldTo(app, member.id)).filter(({ kind }) => kind === 'support.ticket-for-staff');
  expect(told).toHaveLength(2);

  // A ticket that is given to somebody still reaches whoever wants no others, on the channel where they do.
  await desk.way('hers', { way: 'least_loaded', members: [member.id] });
  const given = app.ports.sent.filter(
    ({ to, subject }) => to.address === member.email && /^(Tiket untuk Anda|A ticket for you)/.test(subject),
  );
  expect(given).toHaveLength(2);
  expect(await heard(member)).toEqual([2, 2]);
});

test('how much of a topic is asked only where it can be chosen', async () => {
  const agent = await desk.agent();
  const refused = await agent.put(`${preferences}/support-assigned`, { channel: 'email', reach: 'all' });
  expect(refused.status).toBe(404);
  expect((await choose(agent, 'email', 'some')).status).toBe(400);
  await choose(agent, 'email', 'none');
  await agent.put(`${preferences}/support-new`, { channel: 'email', wanted: true });
  const { body } = await agent.get(preferences);
  expect(body.items.find(({ topic }: { topic: string }) => topic === 'support-new').reach.email).toBe(
    'queues',
  );
});
