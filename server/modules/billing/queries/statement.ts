import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Statement } from '../contract.ts';
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
  const chosen = await chooseCurrency(db, organization, currency);
  const [opening, closing, items] = await Promise.all([
    from ? readBalance(db, organization, chosen.currency, sql`booked_on < ${from}`) : null,
    readBalance(db, organization, chosen.currency, to ? sql`booked_on <= ${to}` : sql`true`),
    readEntries(db, {
      organization,
      currency: chosen.currency,
      where: sql`e.owed <> e.credited
        and ${from ? sql`e.booked_on >= ${from}` : sql`true`} and ${to ? sql`e.booked_on <= ${to}` : sql`true`}
        and ${cursor === null ? sql`true` : beyond}`,
      order: order === 'newest first' ? sql`e.sequence desc` : sql`e.sequence`,
      limit,
    }),
  ]);
  const page = pageOf(items, limit, (row) => [row.sequence]);
  return {
    ...chosen,
    opening: opening ? opening.owed - opening.credit : 0,
    closing: closing.owed - closing.credit,
    items: page.items.map((row) => ({
      ...lineOf(row),
      change: toNumber(row.owed - row.credited),
      balance: toNumber(row.receivable_after - row.credit_after),
    })),
    next: page.next,
  };
}

/** How the client's credit came and went, newest first. */
export async function readCredit(
  db: Db,
  organization: Id<'organization'>,
  { currency, after, limit }: Range & Paging,
) {
  const chosen = await chooseCurrency(db, organization, currency);
  const from = after === undefined ? null : decodeCursor(after, ['integer'])[0];
  const [now, items] = await Promise.all([
    readBalance(db, organization, chosen.currency, sql`true`),
    readEntries(db, {
      organization,
      currency: chosen.currency,
      where: sql`e.credited <> 0 and ${from === null ? sql`true` : sql`e.sequence < ${from}`}`,
      order: sql`e.sequence desc`,
      limit,
    }),
  ]);
  const page = pageOf(items, limit, (row) => [row.sequence]);
  return {
    ...chosen,
    credit: now.credit,
    items: page.items.map((row) => ({
      ...lineOf(row),
      change: toNumber(row.credited),
      balance: toNumber(row.credit_after),
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
  const chosen = await chooseCurrency(db, organization, currency);
  const balance = await readBalance(db, organization, chosen.currency, sql`booked_on <= ${on}`);
  return { on, currency: chosen.currency, ...balance };
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
  receipt_id: string | null;
  receipt_number: string | null;
}

function lineOf(row: EntryRow) {
  return {
    sequence: Number(row.sequence),
    on: row.booked_on,
    kind: row.kind,
    invoice: row.invoice_id ? { id: row.invoice_id, number: row.invoice_number } : null,
    receipt: row.receipt_id ? { id: row.receipt_id, number: row.receipt_number } : null,
  };
}

async function readEntries(
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
      e.invoice_id, i.number as invoice_number, e.receipt_id, r.number as receipt_number
    from billing.entries e
    left join billing.invoices i on i.organization_id = e.organization_id and i.id = e.invoice_id
    left join billing.receipts r on r.organization_id = e.organization_id and r.id = e.receipt_id
    where e.organization_id = ${query.organization} and e.currency = ${query.currency} and ${query.where}
    order by ${query.order} limit ${query.limit + 1}`.execute(db);
  return rows;
}

/** The balances after the last entry that meets the condition. */
async function readBalance(
  db: Db,
  organization: Id<'organization'>,
  currency: string,
  where: RawBuilder<unknown>,
): Promise<{ owed: number; credit: number }> {
  const { rows } = await sql<{ receivable_after: bigint; credit_after: bigint }>`
    select receivable_after, credit_after from billing.entries
    where organization_id = ${organization} and currency = ${currency} and ${where}
    order by booked_on desc, sequence desc limit 1`.execute(db);
  return {
    owed: toNumber(rows[0]?.receivable_after ?? 0n),
    credit: toNumber(rows[0]?.credit_after ?? 0n),
  };
}

/** The currency asked for, or the organization's; and all it has a ledger in. */
async function chooseCurrency(db: Db, organization: Id<'organization'>, asked: Currency | undefined) {
  const { rows } = await sql<{ own: string; currencies: string[] }>`
    select o.currency as own,
      array(select b.currency from billing.balances b where b.organization_id = o.id order by 1) as currencies
    from organizations.organizations o where o.id = ${organization}`.execute(db);
  const { own, currencies } = rows[0]!;
  return { currency: asked ?? own, currencies: currencies.length === 0 ? [own] : currencies };
}
