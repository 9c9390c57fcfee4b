import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket, toldTo } from './world.ts';

// Sessions end before the default of two weeks has passed, so these tickets settle in three days.

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const defaults = (await administrator.get('/api/console/settings')).body.items.find(
  ({ key }: { key: string }) => key === 'support.tickets',
);
const stored = await administrator.put(
  '/api/console/settings/support.tickets',
  { value: { ...defaults.value, reopenDays: 3, closeDays: 3 } },
  { headers: { 'if-match': '"0"' } },
);

test('the default is two weeks', () => {
  expect(defaults.value.reopenDays).toBe(14);
  expect(stored.status).toBeLessThan(300);
});

test('a reply opens a settled ticket again for some days, and then a new one that goes on from it', async () => {
  const ticket = await openTicket(acme, acme.owner, { subject: 'Tagihan ganda', priority: 'low' });
  await agent.post(`${ticket.console}/messages`, { text: 'Sudah dibetulkan.', status: 'resolved' });
  const resolved = (await acme.owner.get(ticket.at)).body;
  expect(resolved.status).toBe('resolved');
  expect(new Date(resolved.reopenUntil).getTime() - new Date(resolved.settledAt).getTime()).toBe(
    3 * 86_400_000,
  );

  await app.clock.advance({ days: 2, hours: 23 });
  const inTime = await acme.owner.post(`${ticket.at}/messages`, { text: 'Ternyata belum.' });
  expect(inTime.body.opened).toBeNull();
  expect((await acme.owner.get(ticket.at)).body).toMatchObject({ status: 'open', settledAt: null });

  await agent.post(`${ticket.console}/messages`, { text: 'Sekarang sudah.', status: 'closed' });
  await app.clock.advance({ days: 3 });
  const late = await acme.owner.post(`${ticket.at}/messages`, { text: 'Muncul lagi bulan ini.' });
  expect(late).toMatchObject({ status: 201, body: { opened: { id: expect.any(String) } } });
  const next = (await acme.owner.get(acme.at(`/tickets/${late.body.opened.id}`))).body;
  expect(next).toMatchObject({
    subject: 'Tagihan ganda',
    priority: 'low',
    status: 'new',
    followUpOf: { id: ticket.id, number: ticket.number },
    conversation: { items: [{ html: '<p>Muncul lagi bulan ini.</p>\n' }] },
  });
  const old = (await acme.owner.get(ticket.at)).body;
  expect(old).toMatchObject({ status: 'closed', messages: 4, followUps: [{ id: next.id }] });
});

test('what nobody objects to is closed by itself, once', async () => {
  const ticket = await openTicket(acme, acme.owner);
  await agent.patch(ticket.console, 1, { status: 'resolved' });
  expect((await toldTo(app, acme.owner.id)).at(-1)).toMatchObject({
    kind: 'support.ticket-resolved',
    data: { reopenDays: 3 },
  });
  await app.clock.advance({ days: 2 });
  await app.sweep('support.close-resolved');
  expect((await acme.owner.get(ticket.at)).body.status).toBe('resolved');
  await app.clock.advance({ days: 1 });
  await app.sweep('support.close-resolved');
  await app.sweep('support.close-resolved');
  const facts = await factsOf(app, ticket.id);
  expect(facts.at(-1)).toEqual({
    name: 'support.status-changed',
    data: { from: 'resolved', to: 'closed', by: 'system' },
  });
  expect(facts.filter(({ data }) => (data as { to?: string }).to === 'closed')).toHaveLength(1);
});
