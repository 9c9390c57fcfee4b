import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { Entry } from './domain/ledger.ts';

export interface Booking {
  organization: Id<'organization'>;
  currency: Currency;
  kind:
    | 'invoice_issued'
    | 'invoice_voided'
    | 'payment_received'
    | 'payment_reversed'
    | 'credit_applied'
    | 'credit_released';
  invoice: Id<'invoice'> | null;
  receipt: Id<'receipt'> | null;
  /** In one currency, and not empty. */
  entry: Entry;
}

/**
 * Adds an entry to an organization's ledger, in one statement: the head of the ledger, the entry with the balances after it, and
 * its postings. Returns the credit there is now, in minor units. The head's row stays locked until the transaction ends; take
 * invoices before it. The database refuses what does not balance and what would use credit twice.
 */
export async function book(
  tx: Tx,
  { organization, currency, kind, invoice, receipt, entry }: Booking,
): Promise<bigint> {
  const owed = movement(entry, 'receivable');
  const credited = -movement(entry, 'customer_credit');
  const lines = entry.map(({ account, debit, credit }, index) => ({
    line: index + 1,
    account,
    debit: String(debit),
    credit: String(credit),
  }));
  // The row that is proposed is checked before the conflict is found, so it must not be negative; a first entry never is.
  const { rows } = await sql<{ credit: bigint }>`
    with head as (
      insert into billing.balances as b (organization_id, currency, receivable, credit, entries, booked_on)
      select o.id, ${currency}, greatest(${owed}::bigint, 0), greatest(${credited}::bigint, 0), 1,
        (${tx.now}::timestamptz at time zone o.time_zone)::date
      from organizations.organizations o where o.id = ${organization}
      on conflict (organization_id, currency) do update set
        receivable = b.receivable + ${owed}, credit = b.credit + ${credited}, entries = b.entries + 1,
        booked_on = greatest(b.booked_on, excluded.booked_on)
      returning *
    ), entry as (
      insert into billing.entries (organization_id, currency, sequence, kind, invoice_id, receipt_id, booked_on, booked_at,
        owed, credited, receivable_after, credit_after)
      select organization_id, currency, entries, ${kind}, ${invoice}::uuid, ${receipt}::uuid, booked_on, ${tx.now},
        ${owed}, ${credited}, receivable, credit
      from head
    ), postings as (
      insert into billing.postings (organization_id, currency, sequence, line, account, debit, credit)
      select head.organization_id, head.currency, head.entries, l.line, l.account, l.debit, l.credit
      from head, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line integer, account text, debit bigint, credit bigint)
    )
    select credit from head`.execute(tx.db);
  return rows[0]!.credit;
}

/** Debits minus credits. */
function movement(entry: Entry, account: string): bigint {
  return entry
    .filter((posting) => posting.account === account)
    .reduce((total, { debit, credit }) => total + debit - credit, 0n);
}

/** Locks the head of a ledger; zero credit where there is none yet. */
export async function lockCredit(
  tx: Tx,
  organization: Id<'organization'>,
  currency: Currency,
): Promise<bigint> {
  const head = await tx.db
    .selectFrom('billing.balances')
    .select('credit')
    .where('organization_id', '=', organization)
    .where('currency', '=', currency)
    .forUpdate()
    .executeTakeFirst();
  return head?.credit ?? 0n;
}
