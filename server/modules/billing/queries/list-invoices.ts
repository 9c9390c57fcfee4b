import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { InvoiceFilters, StaffInvoiceFilters } from '../contract.ts';
import { parseNumber } from '../domain/numbers.ts';
import { able, client as clientOf, downloadable, listed, openOnes } from './invoice-json.ts';
import { jsonText, object } from './json-text.ts';

const ownItem = jsonText(object({ ...listed, can: object({ pay: able('pay'), download: downloadable }) }));
const staffItem = jsonText(
  object({
    ...listed,
    client: clientOf,
    can: object({ recordPayment: able('recordPayment'), download: downloadable }),
  }),
);

/** The invoices of one organization, newest first, as JSON made by the database. */
export function listInvoices(
  db: Db,
  organization: Id<'organization'>,
  filters: InvoiceFilters,
): Promise<JsonText> {
  return list(db, filters, [sql`i.organization_id = ${organization}`], ownItem);
}

/** The invoices of all clients, or those that one owes or that are about it, newest first. */
export async function listAllInvoices(
  db: Db,
  { client, ...filters }: StaffInvoiceFilters,
): Promise<JsonText> {
  const conditions = client ? [await concerning(db, client)] : [];
  return list(db, filters, conditions, staffItem);
}

/** Asked first, since with an `or` the many who pay for themselves could not be read in the order of their index. */
async function concerning(db: Db, client: Id<'organization'>): Promise<RawBuilder<unknown>> {
  const paidAbove = await db
    .selectFrom('billing.invoices')
    .select('id')
    .where('for_organization_id', '=', client)
    .limit(1)
    .executeTakeFirst();
  return paidAbove
    ? sql`(i.organization_id = ${client} or i.for_organization_id = ${client})`
    : sql`i.organization_id = ${client}`;
}

function conditionsOf({
  status,
  from,
  to,
  min,
  max,
  q,
  service,
  after,
}: InvoiceFilters): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (status === 'open') parts.push(sql`i.status in ${openOnes}`);
  // Written out and not a parameter, since only then the partial index of open invoices serves.
  else if (status) parts.push(sql`i.status = ${sql.lit(status)}`);
  if (from) parts.push(sql`i.issued_on >= ${from}`);
  if (to) parts.push(sql`i.issued_on <= ${to}`);
  if (min !== undefined) parts.push(sql`i.total >= ${min}`);
  if (max !== undefined) parts.push(sql`i.total <= ${max}`);
  if (q) parts.push(numbered(q));
  if (service) {
    parts.push(sql`(i.organization_id, i.id) in (
      select l.organization_id, l.invoice_id from services.services s
      join billing.invoice_lines l on l.for_organization_id = s.organization_id and l.service_id = s.id
      where s.id = ${service})`);
  }
  if (after !== undefined) {
    const [day, id] = decodeCursor(after, ['date', 'id']);
    parts.push(sql`(i.issued_on, i.id) < (${day}::date, ${id}::uuid)`);
  }
  return parts;
}

function numbered(q: string): RawBuilder<unknown> {
  const number = parseNumber(q);
  if (!number) return sql`false`;
  const ofYear = number.year === null ? sql`true` : sql`i.year = ${number.year}`;
  return sql`i.sequence = ${String(number.sequence)} and ${ofYear}`;
}

async function list(
  db: Db,
  filters: InvoiceFilters,
  conditions: RawBuilder<unknown>[],
  item: RawBuilder<string>,
): Promise<JsonText> {
  const where = sql.join([sql`true`, ...conditions, ...conditionsOf(filters)], sql` and `);
  // The limit is written out: a kept plan that does not know how few rows are wanted would sort all of them.
  const { rows } = await sql<{ issued_on: CalendarDate; id: Id<'invoice'>; item: string }>`
    select i.issued_on, i.id, ${item} as item
    from billing.invoices i where ${where}
    order by i.issued_on desc, i.id desc limit ${sql.lit(filters.limit + 1)}`.execute(db);
  const { items, next } = pageOf(rows, filters.limit, (row) => [row.issued_on, row.id]);
  return new JsonText(`{"items":[${items.map((row) => row.item).join(',')}],"next":${JSON.stringify(next)}}`);
}
