import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import {
  add,
  isNegative,
  negate,
  subtract,
  zero,
  type Currency,
  type Money,
} from '../../../kernel/values/money.ts';

/**
 * `receivable` (what clients owe) and `customer_credit` (what we owe them) are kept per organization; the
 * others are the business's own, `deferred` what was invoiced for days to come and is not earned yet, `withholding` what the tax office owes for tax that clients withheld, `dispute_loss` what banks took of
 * payments that had been refunded before. `cash:<gateway>` is what a gateway holds or has paid out for us.
 */
export type Account =
  | 'receivable'
  | 'customer_credit'
  | 'revenue'
  | 'deferred'
  | 'tax'
  | 'write_off'
  | 'gateway_fee'
  | 'withholding'
  | 'dispute_loss'
  | 'goodwill'
  | `cash:${string}`;

/** One line of an entry: exactly one of `debit` and `credit` is above zero, in minor units. */
export interface Posting {
  readonly account: Account;
  readonly organizationId: Id<'organization'> | null;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly currency: Currency;
}

/** The lines one fact puts into the ledger. They balance in every currency; a fact of nothing has none. */
export type Entry = readonly Posting[];

type Organization = Id<'organization'>;

/** `deferred` of the net is for days to come, below zero where they cost less than before. */
export function invoiceIssued(fact: {
  organizationId: Organization;
  net: Money;
  tax: Money;
  deferred?: Money;
}): Entry {
  const { deferred = zero(fact.net.currency) } = fact;
  return entry(
    debit('receivable', add(fact.net, fact.tax), fact.organizationId),
    own('revenue', subtract(deferred, fact.net)),
    own('deferred', negate(deferred)),
    credit('tax', fact.tax),
  );
}

/**
 * Takes a whole invoice back; `open` is what is still owed on it. What was paid remains the client's, as
 * credit.
 */
export function invoiceVoided(fact: {
  organizationId: Organization;
  net: Money;
  tax: Money;
  open: Money;
  unearned?: Money;
}): Entry {
  return creditNoteIssued(fact);
}

/**
 * Takes `net` and its `tax` back: `open` of it from what is owed (at most the note's total), the rest becomes
 * credit. `unearned`: so much less is deferred from now on, the rest was revenue.
 */
export function creditNoteIssued(fact: {
  organizationId: Organization;
  net: Money;
  tax: Money;
  open: Money;
  unearned?: Money;
}): Entry {
  const { unearned = zero(fact.net.currency) } = fact;
  return entry(
    own('revenue', subtract(fact.net, unearned)),
    own('deferred', unearned),
    debit('tax', fact.tax),
    credit('receivable', fact.open, fact.organizationId),
    credit('customer_credit', subtract(add(fact.net, fact.tax), fact.open), fact.organizationId),
  );
}

/** `allocated` of the amount pays invoices, the rest becomes credit. Late or surplus money always lands. */
export function paymentReceived(fact: {
  organizationId: Organization;
  gateway: string;
  amount: Money;
  allocated: Money;
}): Entry {
  return entry(
    debit(`cash:${fact.gateway}`, fact.amount),
    credit('receivable', fact.allocated, fact.organizationId),
    credit('customer_credit', subtract(fact.amount, fact.allocated), fact.organizationId),
  );
}

/** Credit pays what is owed. */
export function creditApplied(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(
    debit('customer_credit', fact.amount, fact.organizationId),
    credit('receivable', fact.amount, fact.organizationId),
  );
}

/** Credit the business gives, at its own cost. */
export function goodwillGiven(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(debit('goodwill', fact.amount), credit('customer_credit', fact.amount, fact.organizationId));
}

/** Goodwill that was not used in time is taken back. */
export function creditExpired(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(debit('customer_credit', fact.amount, fact.organizationId), credit('goodwill', fact.amount));
}

/** Credit is taken off an invoice again. */
export function creditReleased(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(
    debit('receivable', fact.amount, fact.organizationId),
    credit('customer_credit', fact.amount, fact.organizationId),
  );
}

/** The client pays part of what it owes to the tax office instead, which counts it as our tax. */
export function taxWithheld(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(debit('withholding', fact.amount), credit('receivable', fact.amount, fact.organizationId));
}

/** That was never proved: it is owed again. */
export function withholdingReopened(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(debit('receivable', fact.amount, fact.organizationId), credit('withholding', fact.amount));
}

/** Money went back to its payer. `released` of it is owed again, the rest had become credit, which it is taken from. */
export function paymentReversed(fact: {
  organizationId: Organization;
  gateway: string;
  amount: Money;
  released: Money;
}): Entry {
  return entry(
    debit('receivable', fact.released, fact.organizationId),
    debit('customer_credit', subtract(fact.amount, fact.released), fact.organizationId),
    credit(`cash:${fact.gateway}`, fact.amount),
  );
}

/**
 * A bank took money that its payer disputes, or gave it back: then the sums are below zero. `owed` is owed again, `credited` comes out of
 * the client's credit, and `lost` had been refunded before, so that nobody owes it.
 */
export function paymentDisputed(fact: {
  organizationId: Organization;
  gateway: string;
  owed: Money;
  credited: Money;
  lost: Money;
}): Entry {
  const { organizationId, owed, credited, lost } = fact;
  return entry(
    { account: 'receivable', organizationId, amount: owed },
    { account: 'customer_credit', organizationId, amount: credited },
    { account: 'dispute_loss', organizationId: null, amount: lost },
    {
      account: `cash:${fact.gateway}`,
      organizationId: null,
      amount: negate(add(add(owed, credited), lost)),
    },
  );
}

/** Credit is paid out. Money that stands on an invoice becomes credit first, by a credit note or a void. */
export function refundPaid(fact: { organizationId: Organization; gateway: string; amount: Money }): Entry {
  return entry(
    debit('customer_credit', fact.amount, fact.organizationId),
    credit(`cash:${fact.gateway}`, fact.amount),
  );
}

/** What was underway as a refund has been paid by `gateway`. */
export function refundSettled(fact: { from: string; gateway: string; amount: Money }): Entry {
  return entry(debit(`cash:${fact.from}`, fact.amount), credit(`cash:${fact.gateway}`, fact.amount));
}

/** A refund did not reach the client: it is credit again. */
export function refundReturned(fact: {
  organizationId: Organization;
  gateway: string;
  amount: Money;
}): Entry {
  return entry(
    debit(`cash:${fact.gateway}`, fact.amount),
    credit('customer_credit', fact.amount, fact.organizationId),
  );
}

/** Money came for what had been given up: it is no loss any more, and pays the debt. */
export function debtRecovered(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(debit('receivable', fact.amount, fact.organizationId), credit('write_off', fact.amount));
}

/** What is still owed is given up. `unearned` was deferred of it: it counts now, so that the loss stands against all of it. */
export function invoiceWrittenOff(fact: {
  organizationId: Organization;
  open: Money;
  unearned?: Money;
}): Entry {
  const { unearned = zero(fact.open.currency) } = fact;
  return entry(
    debit('write_off', fact.open),
    credit('receivable', fact.open, fact.organizationId),
    own('deferred', unearned),
    own('revenue', negate(unearned)),
  );
}

/** What a gateway keeps of the money it holds. */
export function gatewayFeeCharged(fact: { gateway: string; fee: Money }): Entry {
  return entry(debit('gateway_fee', fact.fee), credit(`cash:${fact.gateway}`, fact.fee));
}

/** It did not keep so much after all, or gave it back with a refund. */
export function gatewayFeeGivenBack(fact: { gateway: string; fee: Money }): Entry {
  return entry(debit(`cash:${fact.gateway}`, fact.fee), credit('gateway_fee', fact.fee));
}

/** Debits minus credits of `postings`, per currency; a currency in balance stands there with zero. */
export function balances(postings: Iterable<Posting>): Map<Currency, bigint> {
  const totals = new Map<Currency, bigint>();
  for (const { currency, debit: left, credit: right } of postings) {
    totals.set(currency, (totals.get(currency) ?? 0n) + left - right);
  }
  return totals;
}

interface Line {
  account: Account;
  organizationId: Organization | null;
  /** Above zero on the debit side. */
  amount: Money;
}

function debit(account: Account, amount: Money, organizationId: Organization | null = null): Line {
  assert(!isNegative(amount), `${account} is posted on its own side`);
  return { account, organizationId, amount };
}

function credit(account: Account, amount: Money, organizationId: Organization | null = null): Line {
  return { ...debit(account, amount, organizationId), amount: negate(amount) };
}

/** Of the business's own, on the side its sign says. */
function own(account: Account, amount: Money): Line {
  return { account, organizationId: null, amount };
}

function entry(...lines: Line[]): Entry {
  const postings = lines
    .filter(({ amount }) => amount.amount !== 0n)
    .map(({ account, organizationId, amount: { amount, currency } }) => ({
      account,
      organizationId,
      debit: amount > 0n ? amount : 0n,
      credit: amount < 0n ? -amount : 0n,
      currency,
    }));
  assert(
    [...balances(postings).values()].every((total) => total === 0n),
    'an entry balances',
  );
  return postings;
}
