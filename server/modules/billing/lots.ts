import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';

export const lotSources = [
  'deposit',
  'overpayment',
  'invoice_voided',
  'credit_note',
  'credit_released',
  'refund_returned',
  'dispute_returned',
  'goodwill',
] as const;
export type LotSource = (typeof lotSources)[number];

/** Where credit comes from that an entry brings. Only goodwill has a reason, a giver and perhaps a last day. */
export interface NewLot {
  source: LotSource;
  reason?: string;
  givenBy?: Id<'person'>;
  expiresOn?: CalendarDate | null;
  /** Whether its last day has been told already. */
  isReminded?: boolean;
}

/** What an entry does to lots, besides its sum. */
export interface CreditMove {
  /** What comes, and does not go back to where it was. */
  lot?: NewLot;
  /** Allocations that are taken off their invoices: what was credit goes back to the lots it was. */
  released?: readonly string[];
  /** What goes pays an invoice by this. */
  allocation?: string;
  /** What goes is taken first from what this receipt brought; it goes back to its payer. */
  receipt?: Id<'receipt'>;
  /** Goodwill is used and never paid out. */
  moneyOnly?: boolean;
  /** What goes is taken from this lot. */
  only?: bigint;
}

interface Entry {
  organization: Id<'organization'>;
  currency: Currency;
  sequence: bigint;
}

/**
 * Brings the lots to what an entry did to the credit, in one statement: `credited` above zero came, below zero went, oldest lot first. The
 * head of the ledger is locked by a statement before this one, so the lots it reads are those of now. There are always enough: heads are the sums of lots.
 */
export async function moveLots(tx: Tx, entry: Entry, credited: bigint, move: CreditMove = {}): Promise<void> {
  if (credited > 0n) await bring(tx, entry, credited, move);
  if (credited < 0n) await take(tx, entry, -credited, move);
}

async function bring(
  tx: Tx,
  { organization, currency, sequence }: Entry,
  amount: bigint,
  { lot, released = [] }: CreditMove,
): Promise<void> {
  assert(lot, 'credit comes from somewhere');
  await sql`
    with back as (
      select lot, sum(amount) as amount from billing.credit_uses
      where organization_id = ${organization} and allocation_id = any (${[...released]}::uuid[]) and amount > 0 group by lot
    ), returned as (
      update billing.credit_lots l set remaining = l.remaining + back.amount from back
      where l.organization_id = ${organization} and l.currency = ${currency} and l.sequence = back.lot
    ), noted as (
      insert into billing.credit_uses (organization_id, currency, sequence, lot, amount)
      select ${organization}, ${currency}, ${sequence}, lot, -amount from back
    )
    insert into billing.credit_lots (organization_id, currency, sequence, source, amount, remaining, reason, given_by, expires_on, reminded_at)
    select ${organization}, ${currency}, ${sequence}, ${lot.source}, rest, rest, ${lot.reason ?? ''}, ${lot.givenBy ?? null}::uuid,
      ${lot.expiresOn ?? null}::date, ${lot.isReminded ? tx.now : null}::timestamptz
    from (select ${amount}::bigint - coalesce((select sum(amount) from back), 0) as rest) new where rest > 0`.execute(
    tx.db,
  );
}

async function take(
  tx: Tx,
  { organization, currency, sequence }: Entry,
  amount: bigint,
  { allocation, receipt, moneyOnly = false, only }: CreditMove,
): Promise<void> {
  const own = receipt
    ? sql`exists (select from billing.entries e where e.organization_id = l.organization_id and e.currency = l.currency
        and e.sequence = l.sequence and e.receipt_id = ${receipt})`
    : sql`false`;
  const { rows } = await sql<{ taken: string }>`
    with open as (
      select sequence, remaining, sum(remaining) over (order by is_own desc, sequence) - remaining as before
      from (select l.sequence, l.remaining, ${own} as is_own from billing.credit_lots l
        where l.organization_id = ${organization} and l.currency = ${currency} and l.remaining > 0
          and ${moneyOnly ? sql`l.source <> 'goodwill'` : sql`true`} and ${only === undefined ? sql`true` : sql`l.sequence = ${only}`}) l
    ), taken as (
      select sequence, least(remaining, ${amount}::bigint - before) as amount from open where before < ${amount}::bigint
    ), used as (
      update billing.credit_lots l set remaining = l.remaining - taken.amount from taken
      where l.organization_id = ${organization} and l.currency = ${currency} and l.sequence = taken.sequence
    ), noted as (
      insert into billing.credit_uses (organization_id, currency, sequence, lot, amount, allocation_id)
      select ${organization}, ${currency}, ${sequence}, sequence, amount, ${allocation ?? null}::uuid from taken
    )
    select coalesce(sum(amount), 0)::text as taken from taken`.execute(tx.db);
  assert(BigInt(rows[0]!.taken) === amount, 'lots hold all credit');
}

/** How much of a client's credit is goodwill. */
export async function goodwillLeft(
  tx: Pick<Tx, 'db'>,
  organization: Id<'organization'>,
  currency: Currency,
): Promise<bigint> {
  const { rows } = await sql<{ left: string }>`
    select coalesce(sum(remaining), 0)::text as left from billing.credit_lots
    where organization_id = ${organization} and currency = ${currency} and remaining > 0 and source = 'goodwill'`.execute(
    tx.db,
  );
  return BigInt(rows[0]!.left);
}
