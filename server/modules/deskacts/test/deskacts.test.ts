import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { expectSoundBooks, issue } from '../../billing/test/world.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { factsOf, openTicket, toldTo } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const operator = await buildStaff(app, 'operations');
const { console: at, id: ticket } = await openTicket(acme, acme.owner);
const client = `${at}/client`;
const actsOf = async () =>
  (await factsOf(app, ticket)).filter(({ name }) => name === 'support.act-done').map(({ data }) => data);

test('the panel has what the client owes and has, and says what the reader may do', async () => {
  await issue(app, acme);
  await app.settle();
  const panel = (await agent.get(client)).body;
  expect(panel).toMatchObject({
    services: [],
    invoices: [{ status: 'due', balance: { amount: 100_000 }, linked: false, can: { send: true } }],
    credit: {
      balance: { amount: 0, currency: 'IDR' },
      left: { amount: 250_000, currency: 'IDR' },
      can: { give: true },
    },
  });
  expect(panel.readers.map(({ email }: { email: string }) => email)).toContain(acme.owner.email);
  const seen = (await operator.get(client)).body;
  expect(seen).toMatchObject({ invoices: null, credit: null, readers: [] });
  expect((await administrator.get(client)).body.credit.left).toBeNull();
  expect((await acme.owner.get(client)).status).toBe(404);
});

test('an invoice is sent again, once a minute to the same reader, and the ticket says so', async () => {
  const invoiceId = await issue(app, acme);
  await app.settle();
  const body = { invoiceId, personId: acme.owner.id, language: 'en' };
  const again = async () =>
    (await toldTo(app, acme.owner.id)).filter(({ kind }) => kind === 'billing.invoice-sent-again').length;
  const sent = await Promise.all([
    agent.post(`${client}/send-invoice`, body),
    agent.post(`${client}/send-invoice`, body),
  ]);
  expect(sent.map(({ status }) => status)).toEqual([200, 200]);
  expect(await again()).toBe(1);
  await app.clock.advance({ minutes: 2 });
  expect((await agent.post(`${client}/send-invoice`, { ...body, personId: null })).status).toBe(200);
  expect(await again()).toBe(1);
  await app.settle();
  const mails = app.ports.sent.filter(({ subject }) => subject.startsWith('Invoice INV'));
  const along = mails.flatMap(({ files = [] }) => files);
  expect(along.map(({ type }) => type)).toEqual(['application/pdf', 'application/pdf']);
  expect((await actsOf()).at(-1)).toMatchObject({ act: 'invoice_sent', about: invoiceId });
  const history = (await agent.get(at)).body.history;
  expect(history.at(-1)).toMatchObject({
    name: 'support.act-done',
    data: { label: expect.stringMatching(/./) },
  });
  const theirs = (await acme.owner.get(acme.at(`/tickets/${ticket}`))).body.history;
  expect(theirs.map(({ name }: { name: string }) => name)).not.toContain('support.act-done');
});

test('only what is of the client is sent, and only to who may read it', async () => {
  const [theirs, own] = [await issue(app, other), await issue(app, acme)];
  const technical = await buildMember(app, acme, 'technical');
  const stranger = await buildPerson(app);
  const send = async (invoiceId: string, personId: string | null) =>
    (await agent.post(`${client}/send-invoice`, { invoiceId, personId, language: 'id' })).body.code;
  expect(await send(own, null)).toBe('not_numbered_yet');
  await app.settle();
  expect(await send(theirs, null)).toBe('not_of_ticket');
  expect(await send(own, technical.id)).toBe('not_reader');
  expect(await send(own, stranger.id)).toBe('not_reader');
});

test('a service is held and runs again, by who may, once each; what the ticket is about comes first', async () => {
  const [about, another] = [await buildActiveService(app, acme), await buildActiveService(app, acme)];
  const theirs = await buildActiveService(app, other);
  const own = await openTicket(acme, acme.owner, { serviceId: about });
  const beside = `${own.console}/client`;
  const { services } = (await operator.get(beside)).body;
  expect(services.map(({ id }: { id: string }) => id)).toEqual([about, another]);
  expect(services[0]).toMatchObject({
    linked: true,
    can: { suspend: true, resume: { no: 'not_suspended' } },
  });
  expect((await agent.get(beside)).body.services[0].can.suspend).toEqual({ no: 'your_role' });

  const body = { serviceId: about, reason: 'abuse' };
  expect((await agent.post(`${beside}/suspend`, body)).status).toBe(404);
  expect((await operator.post(`${beside}/suspend`, { ...body, serviceId: theirs })).body.code).toBe(
    'not_of_ticket',
  );
  const held = await operator.post(`${beside}/suspend`, body);
  expect(held.body.services[0]).toMatchObject({ suspendedFor: ['abuse'], can: { resume: true } });
  await operator.post(`${beside}/suspend`, body);
  const resumed = await operator.post(`${beside}/resume`, body);
  expect(resumed.body.services[0].suspendedFor).toEqual([]);
  await operator.post(`${beside}/resume`, body);
  const names = { id: 'VPS · Kecil', en: 'VPS · Small' };
  const facts = (await factsOf(app, own.id)).filter(({ name }) => name === 'support.act-done');
  expect(facts.map(({ data }) => data)).toEqual([
    { act: 'service_suspended', about, names },
    { act: 'service_resumed', about, names },
  ]);
});

test('credit keeps to what a role may give in a day, also at once; who gives credit anyway has no such limit', async () => {
  const colleague = await buildStaff(app, 'support');
  const give = (amount: number, as = colleague) =>
    as.post(`${client}/credit`, { currency: 'IDR', amount, reason: 'For the trouble' });
  const all = await Promise.all([give(100_000), give(100_000), give(100_000)]);
  expect(all.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 409]);
  const refused = await give(60_000);
  expect(refused.body).toMatchObject({
    code: 'over_daily_limit',
    facts: { left: 50_000, currency: 'IDR' },
  });
  expect((await give(50_000)).body.credit).toMatchObject({
    left: { amount: 0 },
    can: { give: { no: 'over_daily_limit' } },
  });
  expect((await give(300_000, administrator)).status).toBe(200);
  // Billing's limit for one client holds for everybody, and what it refuses does not count.
  const fresh = await buildStaff(app, 'support');
  await give(450_000, administrator);
  expect((await give(50_000, fresh)).body.code).toBe('goodwill_limit');
  expect((await fresh.get(client)).body.credit.left.amount).toBe(250_000);
  expect((await give(1, operator)).body.code).toBe('over_daily_limit');
  expect((await actsOf()).filter((data) => (data as { act: string }).act === 'credit_given')).toHaveLength(5);
  await app.clock.advance({ days: 1 });
  expect((await colleague.get(client)).body.credit.left.amount).toBe(250_000);
  await app.settle();
  await expectSoundBooks(app);
});

test('what is above the day waits for somebody who may give as much, and two of them at once give it once', async () => {
  const [asker, finance] = [await buildStaff(app, 'support'), await buildStaff(app, 'finance')];
  const own = await openTicket(other, other.owner);
  const beside = `${own.console}/client`;
  const ask = (amount: number) =>
    asker.post(`${beside}/credit-asks`, { currency: 'IDR', amount, reason: 'Two days without mail' });
  const { waiting } = (await ask(400_000)).body.credit;
  expect(waiting).toMatchObject({ state: 'waiting', can: { approve: { no: 'same_hands' }, withdraw: true } });
  expect((await ask(1)).body.code).toBe('credit_asked_already');
  expect((await toldTo(app, finance.id)).map(({ kind }) => kind)).toContain('deskacts.credit-asked');
  expect((await toldTo(app, agent.id)).map(({ kind }) => kind)).not.toContain('deskacts.credit-asked');
  const url = `/api/console/credit-asks/${waiting.id}`;
  expect((await asker.post(`${url}/approve`)).body.code).toBe('same_hands');
  expect((await agent.post(`${url}/approve`)).body.code).toBe('beyond_your_day');
  expect((await agent.post(`${url}/withdraw`)).body.code).toBe('not_yours');
  expect((await finance.get('/api/console/today')).body.money.deskCredit).toBe(1);
  expect((await finance.get('/api/console/credit-asks?state=waiting')).body.items).toMatchObject([
    { id: waiting.id, askedBy: { id: asker.id }, can: { approve: true, decline: true } },
  ]);

  const both = await Promise.all([finance.post(`${url}/approve`), administrator.post(`${url}/approve`)]);
  expect(both.map(({ status }) => status).toSorted((one, another) => one - another)).toEqual([204, 409]);
  expect((await administrator.get(beside)).body.credit).toMatchObject({
    balance: { amount: 400_000 },
    waiting: null,
  });
  expect((await toldTo(app, asker.id)).at(-1)).toMatchObject({
    kind: 'deskacts.credit-decided',
    data: { amount: 400_000, why: null },
  });

  const second = (await ask(300_000)).body.credit.waiting.id;
  const declined = { note: 'Give a day instead' };
  expect((await finance.post(`/api/console/credit-asks/${second}/decline`, declined)).status).toBe(204);
  const third = (await ask(290_000)).body.credit.waiting.id;
  expect((await asker.post(`/api/console/credit-asks/${third}/withdraw`)).status).toBe(204);
  expect((await administrator.get(beside)).body.credit.balance.amount).toBe(400_000);
  const acts = (await factsOf(app, own.id)).flatMap(({ name, data }) =>
    name === 'support.act-done' ? [(data as { act: string }).act] : [],
  );
  expect(acts).toEqual([
    'credit_asked',
    'credit_approved',
    'credit_asked',
    'credit_declined',
    'credit_asked',
    'credit_withdrawn',
  ]);
  await app.settle();
  await expectSoundBooks(app);
});

test('each role has a limit of its own, and who may not see money sees what they may give', async () => {
  const url = '/api/console/settings/deskacts.limits';
  const { value, version } = (await administrator.get(url)).body;
  const credit = [...value.credit, { role: 'operations', currency: 'IDR', perDay: 50_000 }];
  const put = await administrator.put(
    url,
    { value: { credit } },
    { headers: { 'if-match': `"${version}"` } },
  );
  expect(put.status).toBeLessThan(300);
  expect((await operator.get(client)).body).toMatchObject({
    invoices: null,
    credit: { balance: null, left: { amount: 50_000 }, can: { give: true } },
  });
});
