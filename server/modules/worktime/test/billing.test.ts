import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { openTicket } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const finance = await buildStaff(app, 'finance');
const today = app.clock.now().toISOString().slice(0, 10);
const entries = '/api/console/time-entries';
const billable = (of: TestOrganization) => `/api/console/clients/${of.id}/billable-time`;

async function setTerms(over: object = {}) {
  const { value, version } = (await finance.get('/api/console/time-rates')).body;
  return finance.put('/api/console/time-rates', { ...value, ...over }, { version });
}
const rate = (hourly: number, over: object = {}) => ({
  currency: 'IDR',
  hourly,
  tierId: null,
  organizationId: null,
  ...over,
});
async function record(of: TestOrganization, ...minutes: number[]) {
  const ticket = await openTicket(of, of.owner, { subject: 'Situs lambat' });
  const made: string[] = [];
  for (const each of minutes) {
    const body = { workedOn: today, minutes: each, note: `Worked ${each}`, billable: true };
    made.push((await agent.post(`${ticket.console}/time`, body)).body.items[0].id);
  }
  return { ...ticket, entries: made };
}

test('without a rate in the client’s currency nothing is billed; a client’s own goes before its tier’s', async () => {
  const { entries: made } = await record(acme, 60);
  const body = { entries: made, by: 'ticket' };
  expect((await finance.get(billable(acme))).body.hourly).toBeNull();
  expect((await finance.post(`${billable(acme)}/preview`, body)).body.code).toBe('no_rate');

  const tier = { titles: { id: 'Emas', en: 'Gold' }, position: 1, color: 'good' };
  const tierId = (await administrator.post('/api/console/client-tiers', tier)).body.id;
  await administrator.put(`/api/console/clients/${acme.id}/tier`, { tierId });
  const hourly = async () => (await finance.get(billable(acme))).body.hourly;
  expect((await setTerms({ rates: [rate(300_000)] })).status).toBe(200);
  expect(await hourly()).toEqual({ amount: 300_000, currency: 'IDR' });
  await setTerms({ rates: [rate(300_000), rate(200_000, { tierId })] });
  expect((await hourly()).amount).toBe(200_000);
  const own = rate(100_000, { organizationId: acme.id });
  const set = await setTerms({ rates: [rate(300_000), rate(200_000, { tierId }), own] });
  expect(set.body.clients).toEqual([{ id: acme.id, name: 'Acme' }]);
  expect((await hourly()).amount).toBe(100_000);

  expect((await administrator.delete(`/api/console/client-tiers/${tierId}`)).body.code).toBe('tier_in_use');
  expect((await setTerms({ rates: [rate(1, { tierId: acme.id })] })).body.code).toBe('unknown_tier');
  expect((await setTerms({ rates: [rate(1, { organizationId: tierId })] })).body.code).toBe('unknown_client');
  expect((await agent.get(billable(acme))).status).toBe(404);
  expect((await agent.post(`${billable(acme)}/bill`, body)).status).toBe(404);
  await setTerms({ rates: [rate(300_000)] });
});

test('an invoice says how long and why, in steps; what it bills stands as it is, until it is taken back', async () => {
  await setTerms({ stepMinutes: 15, minimumMinutes: 30, rates: [rate(300_000)] });
  const { entries: made, number } = await record(acme, 20, 21);
  const body = { entries: made, by: 'ticket' };
  const preview = (await finance.post(`${billable(acme)}/preview`, body)).body;
  expect(preview).toMatchObject({
    lines: [{ worked: 41, minutes: 45, net: { amount: 225_000 } }],
    subtotal: { amount: 225_000 },
  });
  const billed = await finance.post(`${billable(acme)}/bill`, body);
  expect(billed.status, billed.text).toBe(201);
  await app.settle();
  const { invoiceId } = billed.body;
  const invoice = (await acme.owner.get(acme.at(`/invoices/${invoiceId}`))).body;
  expect(invoice.total.amount).toBe(preview.total.amount);
  const [line] = invoice.lines;
  expect(line.description.en).toBe(`Work on ticket #${number}, 45 min: Situs lambat`);
  expect(line.description.id).toContain('45 menit');
  expect(line.why.note.en).toContain('20 min, Worked 20');
  expect(line.why.note.en).toContain('rounded up to 45 min');

  const one = `${entries}/${made[0]}`;
  const change = { workedOn: today, minutes: 5, note: '', billable: true };
  expect((await agent.put(one, change, { version: 2 })).body.code).toBe('time_billed');
  expect((await administrator.delete(one)).body.code).toBe('time_billed');
  await expect(
    app.app.pool.query('update worktime.entries set minutes = 1 where id = $1', [made[0]]),
  ).rejects.toThrow('billed');
  await expect(app.app.pool.query('delete from worktime.entries where id = $1', [made[0]])).rejects.toThrow(
    'billed',
  );
  expect((await finance.post(`${billable(acme)}/bill`, body)).body.code).toBe('time_billed');
  const listed = (await finance.get(`${entries}?state=billed&client=${acme.id}`)).body.items;
  expect(listed).toMatchObject([{ invoice: { id: invoiceId } }, { invoice: { id: invoiceId } }]);

  const voided = await finance.post(`/api/console/invoices/${invoiceId}/void`, { reason: 'Wrong client' });
  expect(voided.status, voided.text).toBe(200);
  await app.settle();
  expect((await finance.get(`${entries}?state=billed&client=${acme.id}`)).body.items).toEqual([]);
  expect((await finance.post(`${billable(acme)}/bill`, { ...body, by: 'entry' })).status).toBe(201);
  await app.settle();
  await expectSoundBooks(app);
});

test('two who bill the same time at once make one invoice', async () => {
  await setTerms({ rates: [rate(300_000)] });
  const { entries: made } = await record(other, 30, 45, 50);
  const all = await Promise.all([
    finance.post(`${billable(other)}/bill`, { entries: made, by: 'entry' }),
    administrator.post(`${billable(other)}/bill`, { entries: made.toReversed(), by: 'ticket' }),
    finance.post(`${billable(other)}/bill`, { entries: made.slice(1), by: 'entry' }),
  ]);
  expect(all.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
  const { rows } = await app.app.pool.query(
    'select count(distinct invoice_id)::integer as invoices from worktime.entries where id = any ($1)',
    [made],
  );
  expect(rows[0].invoices).toBe(1);
  const invoices = await app.app.pool.query(
    'select count(*)::integer as count from billing.invoices where for_organization_id = $1 or organization_id = $1',
    [other.id],
  );
  expect(invoices.rows[0].count).toBe(1);
  await app.settle();
  await expectSoundBooks(app);
});

test('another client’s time, time that is not billable and what is gone are refused', async () => {
  const theirs = await record(other, 10);
  const refused = await finance.post(`${billable(acme)}/bill`, { entries: theirs.entries, by: 'ticket' });
  expect(refused.body.code).toBe('unknown_time');
  const free = await agent.post(`${theirs.console}/time`, {
    workedOn: today,
    minutes: 5,
    note: '',
    billable: false,
  });
  const id = free.body.items.find(({ billable: on }: { billable: boolean }) => !on).id;
  expect((await finance.post(`${billable(other)}/bill`, { entries: [id], by: 'ticket' })).body.code).toBe(
    'unknown_time',
  );
});
