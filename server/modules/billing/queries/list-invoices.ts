import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import type { InvoiceFilters, StaffInvoiceFilters } from '../contract.ts';
import { invoiceActs, openStatuses } from '../domain/abilities.ts';
import type { InvoiceAct } from '../domain/abilities.ts';
import { parseNumber } from '../domain/numbers.ts';

/** The invoices of one organization, newest first, as JSON made by the database. */
export function listInvoices(
  db: Db,
  organization: Id<'organization'>,
  { service, ...filters }: InvoiceFilters,
): Promise<JsonText> {
  const ofService = service
    ? sql`and exists (select from billing.invoice_lines l where l.organization_id = i.organization_id
        and l.invoice_id = i.id and l.service_id = ${service})`
    : nothing;
  return list(db, filters, {
    where: sql`i.organization_id = ${organization} ${ofService}`,
    more: nothing,
    can: sql`'pay', ${able('pay')}, 'download', ${downloadable}`,
  });
}

/** The invoices of all clients, or of one, newest first. */
export function listAllInvoices(db: Db, { client, ...filters }: StaffInvoiceFilters): Promise<JsonText> {
  return list(db, filters, {
    where: client ? sql`i.organization_id = ${client}` : sql`true`,
    more: sql`'client', (select json_build_object('id', o.id, 'name', o.name)
      from organizations.organizations o where o.id = i.organization_id),`,
    can: sql`'recordPayment', ${able('recordPayment')}, 'download', ${downloadable}`,
  });
}

const nothing = sql``;

/** What every list and page says of an invoice `i`, in the names of the contract. */
export const listed = sql`
  'id', i.id, 'number', i.number, 'kind', i.kind, 'status', i.status, 'issuedOn', i.issued_on, 'dueOn', i.due_on,
  'title', i.title, 'more', i.more, 'total', ${moneyJson(sql`i.total`)},
  'balance', ${moneyJson(sql`case when i.document = 'issued' then i.total - i.paid else 0 end`)}`;

export function moneyJson(amount: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`json_build_object('amount', ${amount}, 'currency', i.currency)`;
}

/** Whether the act is open on invoice `i`, from the table that guards it. */
export function able(act: InvoiceAct): RawBuilder<unknown> {
  return sql`${JSON.stringify(invoiceActs[act])}::jsonb -> i.status`;
}

export const downloadable = sql`case when i.number is null then '{"no":"not_numbered_yet"}'::json else 'true'::json end`;

/** The conditions of open statuses are written out, since only then the partial index of open invoices serves. */
const openOnes = sql.raw(`(${openStatuses.map((status) => `'${status}'`).join(', ')})`);

function conditions(filters: Omit<InvoiceFilters, 'service'>): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  const { status, from, to, min, max, q, after } = filters;
  if (status === 'open') parts.push(sql`i.status in ${openOnes}`);
  else if (status) parts.push(sql`i.status = ${sql.lit(status)}`);
  if (from) parts.push(sql`i.issued_on >= ${from}`);
  if (to) parts.push(sql`i.issued_on <= ${to}`);
  if (min !== undefined) parts.push(sql`i.total >= ${min}`);
  if (max !== undefined) parts.push(sql`i.total <= ${max}`);
  if (q) parts.push(numbered(q));
  if (after !== undefined) {
    const [day, id] = decodeCursor(after, ['date', 'id']);
    parts.push(sql`(i.issued_on, i.id) < (${day}::date, ${id}::uuid)`);
  }
  return parts.length === 0 ? nothing : sql`and ${sql.join(parts, sql` and `)}`;
}

function numbered(q: string): RawBuilder<unknown> {
  const number = parseNumber(q);
  if (!number) return sql`false`;
  const ofYear = number.year === null ? nothing : sql` and i.year = ${number.year}`;
  return sql`i.sequence = ${String(number.sequence)}${ofYear}`;
}

async function list(
  db: Db,
  filters: Omit<InvoiceFilters, 'service'>,
  parts: { where: RawBuilder<unknown>; more: RawBuilder<unknown>; can: RawBuilder<unknown> },
): Promise<JsonText> {
  const { limit } = filters;
  const { rows } = await sql<{ items: string | null; found: number; day: CalendarDate; id: Id<'invoice'> }>`
    with page as (
      select i.* from billing.invoices i where ${parts.where} ${conditions(filters)}
      order by i.issued_on desc, i.id desc limit ${limit + 1}
    ), shown as (select * from page i order by i.issued_on desc, i.id desc limit ${limit})
    select (select count(*)::integer from page) as found, min(i.issued_on) as day,
      (array_agg(i.id order by i.issued_on, i.id))[1] as id,
      string_agg(json_build_object(${listed}, ${parts.more} 'can', json_build_object(${parts.can}))::text, ','
        order by i.issued_on desc, i.id desc) as items
    from shown i`.execute(db);
  const { items, found, day, id } = rows[0]!;
  const next = found > limit ? encodeCursor([day, id]) : null;
  return new JsonText(`{"items":[${items ?? ''}],"next":${JSON.stringify(next)}}`);
}
