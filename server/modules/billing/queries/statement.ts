import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Statement } from '../statement-contract.ts';
import { toNumber } from '../invoice-row.ts';

interface Range {
  currency?: Currency | undefined;
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

type Paging = { after?: string | undefined; limit: number };

/**
 * What was invoiced and paid, newest or oldest first, each entry with the balance after it; the balance before the first and after
 * the last day asked for. Entries know the balances after them, so no sum is ever taken. Using credit moves nothing here: it was counted
 * when it came in.
 */
export async function readStatement(
  db: Db,
  organization: Id<'organization'>,
  { currency, from, to, after, limit }: Range & Paging,
  order: 'newest first' | 'oldest first' = 'newest first',
): Promise<Statement> {
  const cursor = after === undefined ? null : decodeCursor(after, ['integer'])[0];
  const beyond = order === 'newest first' ? sql`e.sequence < ${cursor}` : sql`e.sequence > ${cursor}`;
  const head = await readHead(db, organization, { currency, from, to });
  const rows = await readEntries(db, {
    organization,
    currency: head.currency,
    where: sql`e.owed <> e.credited
      and ${from ? sql`e.booked_on >= ${from}` : sql`true`} and ${to ? sql`e.booked_on <= ${to}` : sql`true`}
      and ${cursor === null ? sql`true` : beyond}`,
    order: order === 'newest first' ? sql`e.sequence desc` : sql`e.sequence`,
    limit,
  });
  const page = pageOf(rows, limit, (row) => [row.sequence]);
  return {
    currency: head.currency,
    currencies: head.currencies,
    opening: head.opening.owed - head.opening.credit,
    closing: head.closing.owed - head.closing.credit,
    items: page.items.map((row) => ({
      ...lineOf(row),
      change: toNumber(row.owed - row.credited),
      balance: toNumber(row.receivable_after - row.credit_after),
    })),
    next: page.next,
  };
}

/** What was owed, and the credit there was, at the end of a day. */
export async function balanceOn(
  db: Db,
  organization: Id<'organization'>,
  { on, currency }: { on: CalendarDate; currency?: Currency | undefined },
) {
  const head = await readHead(db, organization, { currency, to: on });
  return { on, currency: head.currency, ...head.closing };
}

interface EntryRow {
  sequence: bigint;
  kind: Statement['items'][number]['kind'];
  booked_on: CalendarDate;
  owed: bigint;
  credited: bigint;
  receivable_after: bigint;
  credit_after: bigint;
  invoice_id: string | null;
  invoice_number: string | null;
  invoice_for: string | null;
  credit_note_id: string | null;
  credit_note_number: string | null;
  receipt_id: string | null;
  receipt_number: string | null;
}

export function lineOf(row: EntryRow) {
  return {
    sequence: Number(row.sequence),
    on: row.booked_on,
    kind: row.kind,
    invoice: row.invoice_id ? { id: row.invoice_id, number: row.invoice_number, for: row.invoice_for } : null,
    creditNote: row.credit_note_id ? { id: row.credit_note_id, number: row.credit_note_number } : null,
    receipt: row.receipt_id ? { id: row.receipt_id, number: row.receipt_number } : null,
  };
}

export async function readEntries(
  db: Db,
  query: {
    organization: Id<'organization'>;
    currency: string;
    where: RawBuilder<unknown>;
    order: RawBuilder<unknown>;
    limit: number;
  },
): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.sequence, e.kind, e.booked_on, e.owed, e.credited, e.receivable_after, e.credit_after,
      e.invoice_id, i.number as invoice_number, i.for_name as invoice_for, e.receipt_id, r.number as receipt_number,
      e.credit_note_id, c.number as credit_note_number
    from billing.entries e
    left join billing.invoices i on i.organization_id = e.organization_id and i.id = e.invoice_id
    left join billing.receipts r on r.organization_id = e.organization_id and r.id = e.receipt_id
    left join billing.credit_notes c on c.organization_id = e.organization_id and c.id = e.credit_note_id
    where e.organization_id = ${query.organization} and e.currency = ${query.currency} and ${query.where}
    order by ${query.order} limit ${query.limit + 1}`.execute(db);
  return rows;
}

/**
 * The currency asked for, or the organization's; all it has a ledger in; and the balances before `from` and at the end of `to`, each
 * what the last entry until then knows.
 */
export async function readHead(
  db: Db,
  organization: Id<'organization'>,
  { currency, from, to }: Range,
): Promise<{
  currency: string;
  currencies: string[];
  opening: { owed: number; credit: number };
  closing: { owed: number; credit: number };
}> {
  const last = (until: RawBuilder<unknown>) => sql`(
    select json_build_object('owed', e.receivable_after, 'credit', e.credit_after) from billing.entries e
    where e.organization_id = o.id and e.currency = coalesce(${currency ?? null}, o.currency) and ${until}
    order by e.booked_on desc, e.sequence desc limit 1)`;
  const { rows } = await sql<{
    currency: string;
    currencies: string[];
    opening: { owed: number; credit: number } | null;
    closing: { owed: number; credit: number } | null;
  }>`
    select coalesce(${currency ?? null}, o.currency) as currency,
      array(select b.currency from billing.balances b where b.organization_id = o.id order by 1) as currencies,
      ${from ? last(sql`e.booked_on < ${from}`) : sql`null`} as opening,
      ${last(to ? sql`e.booked_on <= ${to}` : sql`true`)} as closing
    from organizations.organizations o where o.id = ${organization}`.execute(db);
  const head = rows[0]!;
  const nothing = { owed: 0, credit: 0 };
  return {
    currency: head.currency,
    currencies: head.currencies.length === 0 ? [head.currency] : head.currencies,
    opening: head.opening ?? nothing,
    closing: head.closing ?? nothing,
  };
}
