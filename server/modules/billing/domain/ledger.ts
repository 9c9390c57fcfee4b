import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import {
  add,
  isNegative,
  negate,
  subtract,
  type Currency,
  type Money,
} from '../../../kernel/values/money.ts';

/**
 * `receivable` (what clients owe) and `customer_credit` (what we owe them) are kept per organization; the
 * others are the business's own. `cash:<gateway>` is what a gateway holds or has paid out for us.
 */
export type Account =
  | 'receivable'
  | 'customer_credit'
  | 'revenue'
  | 'tax'
  | 'write_off'
  | 'gateway_fee'
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

export function invoiceIssued(fact: { organizationId: Organization; net: Money; tax: Money }): Entry {
  return entry(
    debit('receivable', add(fact.net, fact.tax), fact.organizationId),
    credit('revenue', fact.net),
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
}): Entry {
  return creditNoteIssued(fact);
}

/**
 * Takes `net` and its `tax` back: `open` of it from what is owed (at most the note's total), the rest becomes
 * credit.
 */
export function creditNoteIssued(fact: {
  organizationId: Organization;
  net: Money;
  tax: Money;
  open: Money;
}): Entry {
  return entry(
    debit('revenue', fact.net),
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

/** Credit is taken off an invoice again. */
export function creditReleased(fact: { organizationId: Organization; amount: Money }): Entry {
  return entry(
    debit('receivable', fact.amount, fact.organizationId),
    credit('customer_credit', fact.amount, fact.organizationId),
  );
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

/** Credit is paid out. Money that stands on an invoice becomes credit first, by a credit note or a void. */
export function refundPaid(fact: { organizationId: Organization; gateway: string; amount: Money }): Entry {
  return entry(
    debit('customer_credit', fact.amount, fact.organizationId),
    credit(`cash:${fact.gateway}`, fact.amount),
  );
}

/** What is still owed is given up. */
export function invoiceWrittenOff(fact: { organizationId: Organization; open: Money }): Entry {
  return entry(debit('write_off', fact.open), credit('receivable', fact.open, fact.organizationId));
}

/** What a gateway keeps of the money it holds. */
export function gatewayFeeCharged(fact: { gateway: string; fee: Money }): Entry {
  return entry(debit('gateway_fee', fact.fee), credit(`cash:${fact.gateway}`, fact.fee));
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
