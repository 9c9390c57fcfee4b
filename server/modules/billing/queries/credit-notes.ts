import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';

const sum = (amount: RawBuilder<unknown>) =>
  sql`json_build_object('amount', ${amount}, 'currency', n.currency)`;

const fields = sql`
  'id', n.id, 'number', n.number, 'reason', n.reason, 'issuedOn', n.issued_on, 'invoice', json_build_object('id', i.id, 'number', i.number),
  'client', (select json_build_object('id', o.id, 'name', o.name) from organizations.organizations o where o.id = n.organization_id),
  'total', ${sum(sql`n.total`)}, 'settled', ${sum(sql`n.settled`)}`;

const notes = sql`billing.credit_notes n
  join billing.invoices i on i.organization_id = n.organization_id and i.id = n.invoice_id`;

/** Credit notes of one organization, or of all, newest first. */
export async function listCreditNotes(
  db: Db,
  organization: Id<'organization'> | null,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<JsonText> {
  const cursor = after === undefined ? null : decodeCursor(after, ['date', 'id']);
  const { rows } = await sql<{ issued_on: CalendarDate; id: Id<'credit-note'>; item: string }>`
    select n.issued_on, n.id, json_build_object(${fields})::text as item from ${notes}
    where ${organization === null ? sql`true` : sql`n.organization_id = ${organization}`}
      and ${cursor ? sql`(n.issued_on, n.id) < (${cursor[0]}::date, ${cursor[1]}::uuid)` : sql`true`}
    order by n.issued_on desc, n.id desc limit ${sql.lit(limit + 1)}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.issued_on, row.id]);
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}

/** One credit note; staff name it by its id alone. Errors: `not_found`. */
export async function showCreditNote(
  db: Db,
  id: Id<'credit-note'>,
  organization: Id<'organization'> | null,
): Promise<JsonText> {
  const { rows } = await sql<{ item: string }>`
    select json_build_object(${fields}, 'note', n.note, 'issuedAt', n.issued_at, 'net', ${sum(sql`n.net`)}, 'tax', ${sum(sql`n.tax`)},
      'lines', (
        select json_agg(json_build_object('position', l.position, 'description', x.description, 'net', ${sum(sql`l.net`)},
          'tax', ${sum(sql`l.tax`)}) order by l.position)
        from billing.credit_note_lines l join billing.invoice_lines x
          on x.organization_id = l.organization_id and x.invoice_id = l.invoice_id and x.position = l.position
        where l.organization_id = n.organization_id and l.credit_note_id = n.id),
      'can', json_build_object('download', case when n.number is null then '{"no":"not_numbered_yet"}'::json else 'true'::json end)
    )::text as item
    from ${notes} where n.id = ${id} and ${organization === null ? sql`true` : sql`n.organization_id = ${organization}`}`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}
