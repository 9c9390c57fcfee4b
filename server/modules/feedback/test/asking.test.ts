import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { addMember } from '../../organizations/index.ts';
import { openTicket } from '../../support/test/world.ts';
import { askedOf, closedTicket, pass, setRules } from './world.ts';

const app = await createTestApp();
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');

const kindsOf = (person: string) => askedOf(app, person);
const question = ['feedback.ask-for-rating', 'feedback.rating-notice'];

test('who opened a ticket is asked once, some hours after it was closed, and reminded once', async () => {
  const of = await buildOrganization(app);
  const ticket = await closedTicket(app, { of, by: of.owner, agent });
  await pass(app, { hours: 1 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
  await pass(app, { hours: 1 });
  expect((await kindsOf(of.owner.id)).toSorted()).toEqual(question);
  expect((await agent.get(`${ticket.console}/rating`)).body).toMatchObject({ rating: null });
  await pass(app, { days: 2 });
  expect(await kindsOf(of.owner.id)).toHaveLength(2);
  await pass(app, { days: 1 });
  await pass(app, { days: 3 });
  expect((await kindsOf(of.owner.id)).filter((kind) => kind === 'feedback.remind-of-rating')).toHaveLength(1);
});

test('nobody is asked again within two weeks, whatever organization the ticket is of', async () => {
  const of = await buildOrganization(app);
  const other = await buildOrganization(app);
  await app.ctx.transact((tx) =>
    addMember(tx, { organization: other.id, person: of.owner.id, role: 'member' }),
  );
  await closedTicket(app, { of, by: of.owner, agent });
  await closedTicket(app, { of: other, by: of.owner, agent });
  await pass(app, { hours: 2 });
  expect(await kindsOf(of.owner.id)).toHaveLength(2);
  await closedTicket(app, { of, by: of.owner, agent });
  await pass(app, { days: 13 });
  expect((await kindsOf(of.owner.id)).filter((kind) => question.includes(kind))).toHaveLength(2);
  await closedTicket(app, { of: other, by: of.owner, agent });
  await pass(app, { days: 2 });
  expect((await kindsOf(of.owner.id)).filter((kind) => question.includes(kind))).toHaveLength(4);
});

test('of what was opened again nobody is asked, until it is closed again', async () => {
  const of = await buildOrganization(app);
  const ticket = await closedTicket(app, { of, by: of.owner, agent });
  await pass(app, { hours: 1 });
  await of.owner.post(`${ticket.at}/messages`, { text: 'Belum beres.' });
  await pass(app, { hours: 2 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
  await agent.post(`${ticket.console}/messages`, { text: 'Sekarang beres.', status: 'closed' });
  await app.settle();
  await pass(app, { hours: 2 });
  expect(await kindsOf(of.owner.id)).toHaveLength(2);
  // Opened once more, there is no reminder either; closed once more, no second question.
  await of.owner.post(`${ticket.at}/messages`, { text: 'Muncul lagi.' });
  await pass(app, { days: 4 });
  await agent.post(`${ticket.console}/messages`, { text: 'Beres lagi.', status: 'closed' });
  await app.settle();
  await pass(app, { days: 20 });
  expect(await kindsOf(of.owner.id)).toHaveLength(2);
});

test('a resolved ticket is asked about when it closes by itself', async () => {
  const of = await buildOrganization(app);
  const ticket = await openTicket(of, of.owner);
  await agent.post(`${ticket.console}/messages`, { text: 'Sudah.', status: 'resolved' });
  await pass(app, { days: 13 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
  await app.clock.advance({ days: 1 });
  await app.sweep('support.close-resolved');
  await pass(app, { hours: 2 });
  expect(await kindsOf(of.owner.id)).toHaveLength(2);
});

test('nobody is asked about what was merged, spam or never answered, or who is no member any more', async () => {
  const of = await buildOrganization(app);
  const [first, second, spam, own] = await Promise.all(
    ['Satu', 'Dua', 'Tiga', 'Empat'].map((subject) => openTicket(of, of.owner, { subject })),
  );
  const merged = await agent.post(`${first!.console}/merge`, { into: second!.number });
  expect(merged.status, merged.text).toBeLessThan(300);
  const { version } = (await agent.get(spam!.console)).body;
  expect((await agent.patch(spam!.console, version, { status: 'spam' })).status).toBe(204);
  // Closed by who opened it, before anybody answered.
  expect((await of.owner.post(`${own!.at}/close`, {})).status).toBeLessThan(300);
  await app.settle();
  await pass(app, { days: 1 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
});

test('a queue can be left out, and asking be switched off', async () => {
  const of = await buildOrganization(app);
  await setRules(administrator, { queuesOff: ['billing'] });
  await closedTicket(app, { of, by: of.owner, agent, over: { queue: 'billing' } });
  await pass(app, { hours: 3 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
  await setRules(administrator, { queuesOff: [] });
  await closedTicket(app, { of, by: of.owner, agent });
  await setRules(administrator, { on: false });
  await pass(app, { hours: 3 });
  await setRules(administrator, { on: true });
  await pass(app, { hours: 3 });
  expect(await kindsOf(of.owner.id)).toEqual([]);
});
