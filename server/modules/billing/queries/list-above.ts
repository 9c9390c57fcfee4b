import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { AboveFilters } from '../contract.ts';

/**
 * What was invoiced for an organization and is owed by one above it, newest first: what it is about and how it stands, nothing of who
 * owes it.
 */
export async function listAbove(
  db: Db,
  organization: Id<'organization'>,
  { service, after, limit }: AboveFilters,
): Promise<JsonText> {
  const from = after === undefined ? null : decodeCursor(after, ['date', 'id']);
  const ofService = service
    ? sql`a.id in (select l.invoice_id from billing.invoice_lines l
        where l.for_organization_id = ${organization} and l.service_id = ${service})`
    : sql`true`;
  const { rows } = await sql<{ issued_on: CalendarDate; id: Id<'invoice'>; item: string }>`
    select a.issued_on, a.id, json_build_object('id', a.id, 'number', a.number, 'status', a.status, 'issuedOn', a.issued_on,
      'dueOn', a.due_on, 'total', json_build_object('amount', a.total, 'currency', a.currency),
      'lines', (select json_agg(json_build_object('serviceId', l.service_id, 'description', l.description,
          'period', case when l.period_from is not null then json_build_object('from', l.period_from, 'to', l.period_to) end,
          'net', json_build_object('amount', l.net, 'currency', a.currency),
          'tax', json_build_object('amount', l.tax, 'currency', a.currency)) order by l.position)
        from billing.invoice_lines l where l.organization_id = a.payer_id and l.invoice_id = a.id))::text as item
    from billing.invoices_above a
    where a.organization_id = ${organization} and ${ofService}
      and ${from ? sql`(a.issued_on, a.id) < (${from[0]}::date, ${from[1]}::uuid)` : sql`true`}
    order by a.issued_on desc, a.id desc limit ${sql.lit(limit + 1)}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.issued_on, row.id]);
  return new JsonText(`{"items":[${items.map((row) => row.item).join(',')}],"next":${JSON.stringify(next)}}`);
}
