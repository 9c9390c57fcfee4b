import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { unnested } from '../../kernel/db/unnested.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { money } from '../../kernel/values/money.ts';
import { invoiceIssued } from './domain/ledger.ts';
import type { Entry } from './domain/ledger.ts';
import { moveLots } from './lots.ts';
import type { CreditMove } from './lots.ts';
import type { LockedInvoice } from './invoice-row.ts';

export interface Booking {
  organization: Id<'organization'>;
  currency: Currency;
  kind:
    | 'invoice_voided'
    | 'credit_note_issued'
    | 'invoice_written_off'
    | 'debt_recovered'
    | 'payment_received'
    | 'payment_reversed'
    | 'credit_applied'
    | 'credit_released'
    | 'refund_paid'
    | 'refund_settled'
    | 'refund_returned'
    | 'gateway_fee_charged'
    | 'gateway_fee_corrected'
    | 'gateway_fee_returned'
    | 'goodwill_given'
    | 'credit_expired'
    | 'tax_withheld'
    | 'withholding_reopened'
    | 'payment_disputed'
    | 'dispute_returned';
  invoice: Id<'invoice'> | null;
  receipt: Id<'receipt'> | null;
  creditNote?: Id<'credit-note'>;
  /** In one currency, and not empty. */
  entry: Entry;
  /** Where credit that comes is from, and what is taken of credit that goes. */
  credit?: CreditMove;
}

/**
 * Adds an entry to an organization's ledger, in one statement: the head of the ledger, the entry with the balances after it, and
 * its postings; and in another what it does to lots of credit, where it moves any. Returns the credit there is now, in minor units. The head's row stays locked until the transaction ends; take
 * invoices before it. The database refuses what does not balance and what would use credit twice.
 */
export async function book(
  tx: Tx,
  { organization, currency, kind, invoice, receipt, creditNote, entry, credit }: Booking,
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
  const { rows } = await sql<{ credit: bigint; sequence: bigint }>`
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
      insert into billing.entries (organization_id, currency, sequence, kind, invoice_id, receipt_id, credit_note_id, booked_on, booked_at,
        owed, credited, receivable_after, credit_after)
      select organization_id, currency, entries, ${kind}, ${invoice}::uuid, ${receipt}::uuid,
        ${creditNote ?? null}::uuid, booked_on, ${tx.now},
        ${owed}, ${credited}, receivable, credit
      from head
    ), postings as (
      insert into billing.postings (organization_id, currency, sequence, line, account, debit, credit)
      select head.organization_id, head.currency, head.entries, l.line, l.account, l.debit, l.credit
      from head, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line integer, account text, debit bigint, credit bigint)
    )
    select credit, entries as sequence from head`.execute(tx.db);
  const head = rows[0]!;
  await moveLots(tx, { organization, currency, sequence: head.sequence }, credited, credit);
  return head.credit;
}

/** `most`: asked for one service on it. */
type Issued = Pick<
  LockedInvoice,
  'id' | 'organization' | 'currency' | 'issuedOn' | 'subtotal' | 'tax' | 'total'
> & { most: bigint };

/** The head of a ledger after all that a batch adds to it. */
interface Head {
  organization: Id<'organization'>;
  currency: Currency;
  receivable: bigint;
  credit: bigint;
  entries: bigint;
  bookedOn: CalendarDate;
}

/**
 * Adds invoices that are about to be issued, each above zero, to the heads of their ledgers, which stay locked until the transaction ends.
 * They are taken in one order, so that no two batches wait for each other. `writeIssued` has to follow.
 */
export async function takeHeads(tx: Tx, invoices: readonly Issued[]): Promise<readonly Head[]> {
  if (invoices.length === 0) return [];
  const { rows } = await sql<Head>`
    insert into billing.balances as b (organization_id, currency, receivable, credit, entries, booked_on, newest, newest_on)
    select organization_id, currency, sum(owed), 0, count(*), max(day), max(most), max(day)
    from unnest(${invoices.map((one) => one.organization)}::uuid[], ${invoices.map((one) => one.currency)}::text[],
      ${invoices.map((one) => String(one.total))}::bigint[], ${invoices.map((one) => String(one.most))}::bigint[],
      ${invoices.map((one) => one.issuedOn)}::date[]) as i (organization_id, currency, owed, most, day)
    group by organization_id, currency order by organization_id, currency
    on conflict (organization_id, currency) do update set
      receivable = b.receivable + excluded.receivable, entries = b.entries + excluded.entries,
      booked_on = greatest(b.booked_on, excluded.booked_on),
      largest = case when excluded.newest_on > b.newest_on then greatest(b.largest, b.newest) else b.largest end,
      newest = case when excluded.newest_on > b.newest_on then excluded.newest else greatest(b.newest, excluded.newest) end,
      newest_on = greatest(b.newest_on, excluded.newest_on)
    returning organization_id as organization, currency, receivable, credit, entries, booked_on as "bookedOn"`.execute(
    tx.db,
  );
  return rows;
}

const entryColumns = {
  organization_id: 'uuid',
  currency: 'text',
  sequence: 'bigint',
  invoice_id: 'uuid',
  booked_on: 'date',
  owed: 'bigint',
  receivable_after: 'bigint',
  credit_after: 'bigint',
} as const;
const postingColumns = {
  organization_id: 'uuid',
  currency: 'text',
  sequence: 'bigint',
  line: 'integer',
  account: 'text',
  debit: 'bigint',
  credit: 'bigint',
} as const;

/** Writes the entries of issued invoices whose heads were taken, in the order given, with the balances after each. `deferred`: by invoice. */
export async function writeIssued(
  tx: Tx,
  invoices: readonly Issued[],
  heads: readonly Head[],
  deferred: ReadonlyMap<Id<'invoice'>, bigint>,
): Promise<void> {
  if (invoices.length === 0) return;
  const keyOf = ({ organization, currency }: Pick<Head, 'organization' | 'currency'>) =>
    `${organization} ${currency}`;
  const left = new Map(heads.map((head) => [keyOf(head), { ...head }]));
  const entries = [];
  const postings = [];
  // From the last to the first, since the heads stand at the end.
  for (const { id, organization, currency, subtotal, tax, total } of invoices.toReversed()) {
    const head = left.get(keyOf({ organization, currency }))!;
    const key = { organization_id: organization, currency, sequence: head.entries };
    entries.push({
      ...key,
      invoice_id: id,
      booked_on: head.bookedOn,
      owed: total,
      receivable_after: head.receivable,
      credit_after: head.credit,
    });
    const net = money(subtotal, currency);
    const later = deferred.get(id);
    const entry = invoiceIssued({
      organizationId: organization,
      net,
      tax: money(tax, currency),
      ...(later !== undefined && { deferred: money(later, currency) }),
    });
    for (const [index, { account, debit, credit }] of entry.entries())
      postings.push({
        ...key,
        line: index + 1,
        account,
        debit,
        credit,
      });
    head.entries -= 1n;
    head.receivable -= total;
  }
  await Promise.all([
    sql`
      insert into billing.entries (organization_id, currency, sequence, kind, invoice_id, booked_on, booked_at, owed, credited,
        receivable_after, credit_after)
      select organization_id, currency, sequence, 'invoice_issued', invoice_id, booked_on, ${tx.now}::timestamptz, owed, 0,
        receivable_after, credit_after
      from ${unnested(entryColumns, entries)}`.execute(tx.db),
    sql`
      insert into billing.postings (organization_id, currency, sequence, line, account, debit, credit)
      select organization_id, currency, sequence, line, account, debit, credit
      from ${unnested(postingColumns, postings)}`.execute(tx.db),
  ]);
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
