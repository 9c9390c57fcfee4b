import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { invoiceActs, openStatuses } from '../domain/abilities.ts';
import type { InvoiceAct } from '../domain/abilities.ts';
import { encoded, object, raw, word } from './json-text.ts';
import type { JsonPieces } from './json-text.ts';

/** An amount of invoice `i`. */
export const sum = (amount: RawBuilder<unknown>): JsonPieces =>
  object({ amount: raw(amount), currency: word(sql`i.currency`) });

/** What lists and pages say of an invoice `i`, in the names of the contract. */
export const listed: Readonly<Record<string, JsonPieces>> = {
  id: word(sql`i.id`),
  number: encoded(sql`i.number`),
  kind: word(sql`i.kind`),
  status: word(sql`i.status`),
  issuedOn: word(sql`i.issued_on`),
  dueOn: word(sql`i.due_on`),
  /** Another organization it is about; most are about their payer. */
  for: encoded(sql`case when i.for_organization_id is not null
    then json_build_object('id', i.for_organization_id, 'name', i.for_name) end`),
  title: raw(sql`i.title`),
  more: raw(sql`i.more`),
  total: sum(sql`i.total`),
  isDisputed: raw(sql`case when i.collection = 'disputed' then 'true' else 'false' end`),
  balance: sum(sql`case when i.document = 'issued' then i.total - i.paid else 0 end`),
};

export const client: JsonPieces = raw(sql`(
  select json_build_object('id', o.id, 'name', o.name) from organizations.organizations o where o.id = i.organization_id)`);

/** Whether an act is open on invoice `i`, from the table that guards the act. */
export function able(act: InvoiceAct): JsonPieces {
  return raw(ability(act));
}

export function ability(act: InvoiceAct): RawBuilder<unknown> {
  return sql`(${sql.lit(JSON.stringify(invoiceActs[act]))}::jsonb -> i.status)`;
}

export const downloadable: JsonPieces = raw(
  sql`case when i.number is null then '{"no":"not_numbered_yet"}' else 'true' end`,
);

/** The open statuses written out, as the partial indexes of open invoices have them. */
export const openOnes = sql.raw(`(${openStatuses.map((status) => `'${status}'`).join(', ')})`);
