import { expect, test } from 'vitest';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { voidInvoice } from '../index.ts';
import { expectSoundBooks, issue, mailsTo, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
const inDays = (days: number) => addDays(dateIn('Asia/Jakarta', app.clock.now()), days);

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await app.clock.advance({ days: 1 });
    await app.sweep('billing.collect-invoices');
  }
}

/** An invoice that is two days late: one notice is out. */
async function late(client: TestOrganization) {
  const invoice = await issue(app, client);
  await app.settle();
  await days(9);
  const own = client.at(`/invoices/${invoice}/promises`);
  const steps = async () =>
    (
      await app.app.pool.query(
        'select kind, done_on from billing.dunning_steps where invoice_id = $1 order by done_on',
        [invoice],
      )
    ).rows.map((row) => `${row.kind} on ${row.done_on}`);
  return { invoice, own, steps, desk: `/api/console/invoices/${invoice}/promises` };
}

const statesOf = (body: { items: { state: string }[] }) => body.items.map(({ state }) => state);

test('a client names a day within the limits; nobody is chased until it has passed, and what was promised is kept', async () => {
  const client = await buildOrganization(app);
  const technical = await buildMember(app, client, 'technical');
  const other = await buildOrganization(app);
  const { invoice, own, steps } = await late(client);
  const before = await client.owner.get(own);
  expect(before.body).toMatchObject({ can: { promise: true }, until: inDays(7), items: [] });

  expect((await other.owner.post(own, { on: inDays(3) })).status).toBe(404);
  expect((await technical.post(own, { on: inDays(3) })).status).toBe(404);
  expect((await other.owner.get(other.at(`/invoices/${invoice}/promises`))).status).toBe(404);
  for (const far of [-1, 8]) expect((await client.owner.post(own, { on: inDays(far) })).status).toBe(422);
  const key = { headers: { 'idempotency-key': 'one-promise-once' } };
  const made = await client.owner.post(own, { on: inDays(7) }, key);
  expect([made.status, statesOf(made.body)]).toEqual([201, ['open']]);
  expect((await client.owner.post(own, { on: inDays(7) }, key)).body).toEqual(made.body);
  const again = await client.owner.post(own, { on: inDays(4) });
  expect([again.status, again.body.code]).toEqual([409, 'promise_refused']);
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body.promisedOn).toBe(inDays(7));

  const so = await steps();
  expect(so).toHaveLength(2);
  await days(7);
  expect(await steps()).toEqual(so);
  await receive(app, client, invoice, 100_000n);
  await app.settle();
  expect(statesOf((await client.owner.get(own)).body)).toEqual(['kept']);
  await days(5);
  expect(mailsTo(app, client.owner).filter((subject) => subject.includes('promised'))).toEqual([]);
  await expectSoundBooks(app);
});

test('a broken promise is told once, and collection goes on the day after where it stopped', async () => {
  const client = await buildOrganization(app);
  const { own, steps } = await late(client);
  const so = await steps();
  const until = inDays(3);
  await client.owner.post(own, { on: until });
  await days(10);
  expect(mailsTo(app, client.owner).filter((subject) => subject.includes('promised'))).toHaveLength(1);
  expect(await steps()).toEqual([...so, `notice on ${addDays(until, 2)}`, `suspend on ${addDays(until, 4)}`]);
  const { body } = await client.owner.get(own);
  expect(statesOf(body)).toEqual(['broken']);
  expect(body.can.promise).toEqual({ no: 'promised_too_often' });
});

test('staff note promises beyond the limits and withdraw them; what is void needs none', async () => {
  const client = await buildOrganization(app);
  const { invoice, own, desk, steps } = await late(client);
  expect((await support.post(desk, { on: inDays(30) })).status).toBe(404);
  expect((await finance.post(desk, { on: inDays(91) })).status).toBe(422);
  const made = await finance.post(desk, { on: inDays(30) });
  expect(made.body.items).toMatchObject([{ state: 'open', byStaff: true }]);
  const so = await steps();
  await days(6);
  expect(await steps()).toEqual(so);
  expect(statesOf((await finance.delete(desk)).body)).toEqual(['withdrawn']);
  expect((await finance.delete(desk)).status).toBe(409);
  await days(1);
  expect((await steps()).length).toBe(so.length + 1);

  // What staff noted does not count against the client.
  expect((await client.owner.post(own, { on: inDays(2) })).status).toBe(201);
  await app.ctx.transact((tx) => voidInvoice(tx, { organization: client.id, invoice, reason: 'A mistake' }));
  await app.settle();
  expect(statesOf((await client.owner.get(own)).body)).toEqual(['withdrawn', 'withdrawn']);
  expect((await client.owner.get(own)).body.can.promise).toEqual({ no: 'not_overdue' });
  expect(app.failures).toEqual([]);
});

test('the business sets the limits, or takes the offer away', async () => {
  const client = await buildOrganization(app);
  const { own } = await late(client);
  const put = (value: object) =>
    finance.put('/api/console/billing-settings/promises', value, { headers: { 'if-match': '"0"' } });
  expect((await put({ offered: true, days: 0, perInvoice: 1, perYear: 1 })).status).toBe(400);
  expect((await put({ offered: false, days: 3, perInvoice: 1, perYear: 1 })).status).toBe(200);
  expect((await client.owner.get(own)).body).toMatchObject({
    can: { promise: { no: 'not_offered' } },
    until: inDays(3),
  });
  expect((await client.owner.post(own, { on: inDays(2) })).body.code).toBe('promise_refused');
});
