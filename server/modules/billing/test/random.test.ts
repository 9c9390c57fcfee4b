import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tx } from '../../../kernel/db/tx.ts';
import { writeSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import {
  applyCredit,
  issueCreditNote,
  payRefund,
  recordPayment,
  returnRefund,
  reversePayment,
  settleRefund,
  voidInvoice,
  writeOffInvoice,
} from '../index.ts';
import type { NewLine } from '../index.ts';
import { brokenRules } from '../domain/test/en16931.ts';
import { readCanonicalCreditNote, readCanonicalInvoice } from '../queries/canonical.ts';
import { taxTerms } from '../tax-settings.ts';
import { takeBackGoodwill } from '../commands/expire-credit.ts';
import { recognizeBatch } from '../commands/recognize-revenue.ts';
import { giveGoodwill } from '../commands/give-goodwill.ts';
import { revenueTerms } from '../revenue-settings.ts';
import { expectSoundBooks, issue, newPayment } from './world.ts';

const app = await createTestApp();
const registered = [{ from: '2020-01-01', until: null }];
await app.ctx.transact((tx) => writeSetting(tx, taxTerms, { ...taxTerms.default, registered }, 0));
await app.ctx.transact((tx) => writeSetting(tx, revenueTerms, { deferFrom: '2026-01-01' }, 0));

const kinds = [
  'issue',
  'pay',
  'pay many',
  'deposit',
  'credit',
  'apply',
  'void',
  'write off',
  'refund',
  'end refund',
  'reverse',
  'goodwill',
  'take goodwill',
  'time',
] as const;
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(20),
  part: fc.integer({ min: 1, max: 12 }),
});

/** Begun or to begin, for days or for more than a year. */
function periodFrom(now: Date, which: number) {
  const from = addDays(dateIn('UTC', now), (which % 4) * 10 - 15);
  return { from, to: addDays(from, 1 + which * which) };
}

/** Taxed ones, with tax in the price or without, and untaxed ones; sometimes less a reduction. */
const linesOf = (amount: bigint, which: number): NewLine[] => {
  const period = which % 5 === 0 ? null : periodFrom(app.clock.now(), which);
  const line = { serviceId: null, description: { id: 'Apa saja', en: 'Anything' }, period };
  const first = {
    ...line,
    quantity: 1 + (which % 3),
    unitPrice: amount,
    taxable: which % 4 !== 0,
    taxIncluded: which % 2 === 0,
  };
  return which < 14
    ? [first]
    : [first, { ...line, quantity: 1, unitPrice: -(amount / 7n), taxable: which % 4 !== 0 }];
};

/** One client's money, acted on in any order; what makes no sense is refused, and never leaves the books unsound. */
async function play(steps: readonly { kind: (typeof kinds)[number]; which: number; part: number }[]) {
  const client = await buildOrganization(app);
  const organization = client.id;
  const invoices: Id<'invoice'>[] = [await issue(app, client, { amount: 100_000n })];
  const payments: Id<'payment'>[] = [];
  const underway: { payment: Id<'payment'>; amount: bigint }[] = [];
  const receive = async (tx: Tx, invoice: Id<'invoice'> | null, many: Id<'invoice'>[], amount: bigint) => {
    const payment = newPayment();
    await recordPayment(tx, {
      organization,
      invoice,
      ...(many.length > 1 ? { invoices: many } : {}),
      payment,
      amount: money(amount, 'IDR'),
      method: 'Cash',
      gateway: 'cash',
      receivedAt: tx.now,
    });
    return payment;
  };
  let refused = 0;
  for (const { kind, which, part } of steps) {
    const invoice = invoices[which % invoices.length]!;
    const payment = payments[which % Math.max(1, payments.length)];
    const refund = underway[which % Math.max(1, underway.length)];
    const amount = BigInt(part) * 10_000n;
    try {
      if (kind === 'issue') invoices.push(await issue(app, client, { lines: linesOf(amount, which) }));
      if (kind === 'time') await app.clock.advance({ days: part });
      await app.ctx.transact(async (tx) => {
        if (kind === 'time') await recognizeBatch(tx);
        const key = { organization, invoice };
        if (kind === 'pay') payments.push(await receive(tx, invoice, [], amount));
        if (kind === 'pay many') payments.push(await receive(tx, null, invoices.slice(0, 4), amount * 3n));
        if (kind === 'deposit') payments.push(await receive(tx, null, [], amount));
        if (kind === 'apply') await applyCredit(tx, { ...key, atMost: amount });
        if (kind === 'void') await voidInvoice(tx, { ...key, reason: 'Random' });
        if (kind === 'write off') await writeOffInvoice(tx, { ...key, reason: 'Random' });
        if (kind === 'credit')
          await issueCreditNote(tx, { ...key, reason: 'other', lines: [{ position: 1, net: amount }] });
        if (kind === 'refund' && payment) {
          await payRefund(tx, { organization, payment, amount });
          underway.push({ payment, amount });
        }
        if (kind === 'end refund' && refund) {
          const end = { organization, ...refund };
          if (part % 2 === 0) await settleRefund(tx, { ...end, gateway: 'cash' });
          else await returnRefund(tx, end);
          underway.splice(underway.indexOf(refund), 1);
        }
        if (kind === 'goodwill') {
          const given = { currency: 'IDR' as const, amount, reason: 'Random', expiresOn: null };
          await giveGoodwill(tx, { ...given, organization, by: client.owner.id });
        }
        if (kind === 'take goodwill')
          await takeBackGoodwill(tx, { organization, currency: 'IDR', lot: BigInt(which) });
        if (kind === 'reverse' && payment)
          await reversePayment(tx, { organization, payment, reason: 'Random' });
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused++;
    }
  }
  return refused;
}

/** Uses by which an invoice was paid while an older lot still had something. */
async function usedOutOfTurn(): Promise<unknown[]> {
  const { rows } = await app.app.pool.query(`
    select u.* from billing.credit_uses u
    join billing.entries e using (organization_id, currency, sequence)
    join billing.credit_lots older on older.organization_id = u.organization_id and older.currency = u.currency and older.sequence < u.lot
    cross join lateral (
      select older.amount - coalesce(sum(x.amount), 0) as left from billing.credit_uses x
      where x.organization_id = u.organization_id and x.currency = u.currency and x.lot = older.sequence and x.sequence <= u.sequence) o
    where e.kind = 'credit_applied' and o.left <> 0`);
  return rows;
}

test('any sequence of issuing, paying, crediting, refunding, voiding, writing off, reversing, goodwill and time leaves the books sound, and credit used oldest first', async () => {
  let refused = 0;
  for (const steps of fc.sample(fc.array(step, { minLength: 30, maxLength: 45 }), {
    numRuns: 14,
    seed: 27,
  })) {
    refused += await play(steps);
    await expectSoundBooks(app);
  }
  await app.settle();
  await expectSoundBooks(app);
  expect(await usedOutOfTurn()).toEqual([]);
  expect(refused).toBeGreaterThan(20);
}, 120_000);

test('each invoice and credit note that came of it keeps the arithmetic of EN 16931', async () => {
  const ids = async (table: string) =>
    (await app.app.pool.query(`select id from billing.${table} order by id`)).rows.map(({ id }) => id);
  const [invoices, notes] = [await ids('invoices'), await ids('credit_notes')];
  expect([invoices.length > 40, notes.length > 10]).toEqual([true, true]);
  await app.ctx.read(async (db) => {
    for (const id of invoices) expect(brokenRules(await readCanonicalInvoice(db, id), 2), id).toEqual([]);
    for (const id of notes) expect(brokenRules(await readCanonicalCreditNote(db, id), 4), id).toEqual([]);
  });
});
