import { expect, test } from 'vitest';
import type { EventKind } from '../../../kernel/events/define.ts';
import { newId, type Id } from '../../../kernel/values/ids.ts';
import { date } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, type TestOrganization } from '../../../test/kit/people.ts';
import { invoiceIssued, invoiceOverdue, invoicePaid, invoiceVoided } from '../../billing/events.ts';
import { findDueServices, lockService, startPeriods, suspendService } from '../index.ts';
import { buildActiveService, buildService } from './build.ts';

const app = await createTestApp(new Date('2026-03-02T02:00:00Z'));

test('a paid order begins the service', async () => {
  const client = await buildOrganization(app);
  const service = await buildService(app, client);
  const invoice = newInvoice(client, [service], 'order');
  await invoice.happens(invoiceIssued, { total: 150_000, currency: 'IDR', dueOn: '2026-03-09' });
  expect(await stateOf(client, service)).toMatchObject({ state: 'pending' });
  await invoice.happens(invoicePaid);
  expect(await stateOf(client, service)).toMatchObject({ state: 'active', paidThrough: '2026-04-02' });
});

test('late, held, paid, running; and the period counts as paid', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const key = { organization: client.id, service };
  const { nextPeriod, nextInvoiceOn } = await lock(client, service);
  expect({ nextPeriod, nextInvoiceOn }).toEqual({
    nextPeriod: { from: '2026-04-02', to: '2026-05-02' },
    nextInvoiceOn: '2026-03-19',
  });
  const invoice = newInvoice(client, [service], 'renewal');
  await app.ctx.transact((tx) =>
    startPeriods(tx, [{ organization: key.organization, id: key.service, nextPeriod: nextPeriod! }]),
  );
  await invoice.happens(invoiceIssued, { total: 150_000, currency: 'IDR', dueOn: '2026-04-02' });
  await invoice.happens(invoiceOverdue, { dueOn: '2026-04-02' });
  expect(await stateOf(client, service)).toMatchObject({ state: 'past_due', paidThrough: '2026-04-02' });
  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
  const held = await client.owner.get(client.at(`/services/${service}`));
  expect(held.body.can.resume).toEqual({ no: 'pay_first' });

  await invoice.happens(invoicePaid);
  expect(await stateOf(client, service)).toMatchObject({
    state: 'active',
    suspendedFor: [],
    paidThrough: '2026-05-02',
    nextInvoiceOn: '2026-04-18',
  });
});

test('one of two late invoices paid is not enough, and abuse is not lifted by money', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const key = { organization: client.id, service };
  const [first, second] = [
    newInvoice(client, [service], 'renewal'),
    newInvoice(client, [service], 'renewal'),
  ];
  await first.happens(invoiceOverdue, { dueOn: '2026-04-02' });
  await second.happens(invoiceOverdue, { dueOn: '2026-05-02' });
  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'abuse' }));
  await first.happens(invoicePaid);
  expect(await stateOf(client, service)).toMatchObject({ suspendedFor: ['non_payment', 'abuse'] });
  await second.happens(invoiceVoided);
  expect(await stateOf(client, service)).toMatchObject({ state: 'active', suspendedFor: ['abuse'] });
});

test('facts that arrive late change nothing', async () => {
  const client = await buildOrganization(app);
  const service = await buildService(app, client);
  const invoice = newInvoice(client, [service], 'order');
  const older = newId<'event'>(app.clock.now());
  await invoice.happens(invoicePaid);
  // The reaction to the older fact runs after the younger one's.
  await app.app.pool.query(
    `insert into services.service_invoices as i values ($1, $2, $3, 'open', $4)
     on conflict (organization_id, service_id, invoice_id) do update set status = 'open' where i.told_by < excluded.told_by`,
    [client.id, service, invoice.id, older],
  );
  expect((await lock(client, service)).hasUnpaidInvoice).toBe(false);
});

test('renewals are found when they are due, not twice, and not while held for non-payment', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const found = async (now: string) =>
    (await app.ctx.read((db) => findDueServices(db, { now: new Date(now), limit: 1000 }))).services.some(
      ({ id }) => id === service,
    );
  expect(await found('2026-03-18T16:59:59Z')).toBe(false);
  expect(await found('2026-03-18T17:00:00Z')).toBe(true);
  const key = { organization: client.id, service };
  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
  expect(await found('2026-03-19T00:00:00Z')).toBe(false);
  const { nextPeriod } = await lock(client, service);
  await app.ctx.transact((tx) =>
    startPeriods(tx, [{ organization: key.organization, id: key.service, nextPeriod: nextPeriod! }]),
  );
  expect(await found('2026-03-19T00:00:00Z')).toBe(false);
});

test('a renewal is due when its day begins in the zone of its client, wherever that is', async () => {
  const zones = { 'Pacific/Kiritimati': 10, 'Asia/Jakarta': 17, 'America/Los_Angeles': 31 };
  for (const [timeZone, hours] of Object.entries(zones)) {
    const service = await buildActiveService(app, await buildOrganization(app));
    await app.app.pool.query(
      `update services.services set time_zone = $2, next_invoice_on = '2026-03-19' where id = $1`,
      [service, timeZone],
    );
    const begins = Date.parse('2026-03-18T00:00:00Z') + hours * 3_600_000;
    const found = async (now: number) =>
      (await app.ctx.read((db) => findDueServices(db, { now: new Date(now), limit: 1000 }))).services.some(
        ({ id }) => id === service,
      );
    expect(await found(begins - 1), timeZone).toBe(false);
    expect(await found(begins), timeZone).toBe(true);
  }
});

test('what was invoiced for the time after a cancellation is named, and invoiced again when the client stays', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const invoice = newInvoice(client, [service], 'renewal');
  await app.ctx.transact((tx) =>
    startPeriods(tx, [
      {
        organization: client.id,
        id: service,
        nextPeriod: { from: date('2026-04-02'), to: date('2026-05-02') },
      },
    ]),
  );
  await invoice.happens(invoiceIssued, { total: 150_000, currency: 'IDR', dueOn: '2026-04-02' });
  const at = (path: string) => client.at(`/services/${service}${path}`);
  await client.owner.post(at('/cancel'), { when: 'period_end', reason: 'unused' });
  const { rows } = await app.app.pool.query(
    `select data from kernel.events where name = 'services.service-cancel-scheduled' and subject_id = $1`,
    [service],
  );
  expect(rows[0].data).toMatchObject({ on: '2026-04-02', invoiceIds: [invoice.id] });
  const kept = await client.owner.post(at('/keep'));
  expect(kept.body).toMatchObject({ nextInvoiceOn: '2026-03-19', period: { to: '2026-04-02' } });
});

test('a trial begins at once and ends in a paid period, or past due', async () => {
  const client = await buildOrganization(app);
  const [paid, unpaid, free] = [
    await buildActiveService(app, client, { trialDays: 14 }),
    await buildActiveService(app, client, { trialDays: 14 }),
    await buildActiveService(app, client, { trialDays: 14, recurring: 0n }),
  ];
  const trial = await lock(client, paid);
  expect(trial).toMatchObject({
    state: 'trialing',
    trialEndsOn: '2026-03-16',
    nextInvoiceOn: '2026-03-09',
    nextPeriod: { from: '2026-03-16', to: '2026-04-16' },
  });
  const invoice = newInvoice(client, [paid], 'renewal');
  await app.ctx.transact((tx) =>
    startPeriods(tx, [{ organization: client.id, id: paid, nextPeriod: trial.nextPeriod! }]),
  );
  await invoice.happens(invoiceIssued, { total: 150_000, currency: 'IDR', dueOn: '2026-03-16' });
  await invoice.happens(invoicePaid);
  expect(await stateOf(client, paid)).toMatchObject({ state: 'active', paidThrough: '2026-04-16' });
  await app.clock.advance({ days: 14 });
  await app.sweep('services.find-ended-trials');
  expect(await lock(client, unpaid)).toMatchObject({ state: 'past_due' });
  expect(await lock(client, free)).toMatchObject({ state: 'active', nextInvoiceOn: null });
});

async function stateOf(client: TestOrganization, service: Id<'service'>) {
  return (await client.owner.get(client.at(`/services/${service}`))).body;
}

function lock(client: TestOrganization, service: Id<'service'>) {
  return app.ctx.transact((tx) => lockService(tx, client.id, service));
}

/** Says of one invoice what billing would; there is none behind it, so the reactions of billing itself fail. */
function newInvoice(client: TestOrganization, services: Id<'service'>[], kind: 'order' | 'renewal') {
  const id = newId<'invoice'>(app.clock.now());
  return {
    id,
    async happens(event: EventKind<string, any>, more: object = {}) {
      await app.ctx.transact(async (tx) =>
        tx.emit(event, {
          organizationId: client.id,
          subject: { kind: 'invoice', id },
          data: { invoiceId: id, kind, orderId: null, serviceIds: services, ...more },
        }),
      );
      await app.settle();
    },
  };
}
