import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { seller } from '../settings.ts';
import { ability, able, client, downloadable, listed, openOnes, sum } from './invoice-json.ts';
import { any, jsonText, object, raw } from './json-text.ts';
import type { JsonPieces } from './json-text.ts';

/** One invoice as its organization sees it, in one statement. Errors: `not_found`. */
export function showInvoice(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<JsonText> {
  return show(db, sql`i.organization_id = ${organization} and i.id = ${invoice}`, {
    can: object({ pay: able('pay'), download: downloadable, applyCredit: creditUsable }),
  });
}

/** One invoice as the staff see it. Errors: `not_found`. */
export function showStaffInvoice(db: Db, invoice: Id<'invoice'>): Promise<JsonText> {
  return show(db, sql`i.id = ${invoice}`, {
    collection: any(sql`i.collection`),
    voidReason: any(sql`i.void_reason`),
    client,
    can: object({
      recordPayment: able('recordPayment'),
      applyCredit: creditUsable,
      void: able('void'),
      download: downloadable,
    }),
  });
}

const credit = sql`coalesce((
  select b.credit from billing.balances b where b.organization_id = i.organization_id and b.currency = i.currency), 0)`;

const creditUsable = raw(sql`case when ${ability('applyCredit')} = 'true'::jsonb and ${credit} = 0
  then '{"no":"no_credit"}'::jsonb else ${ability('applyCredit')} end`);

/** `rows` as a JSON array, each row as its pieces. */
function array(row: JsonPieces, rows: RawBuilder<unknown>, order: RawBuilder<unknown>): JsonPieces {
  return ['[', sql`(select string_agg(${jsonText(row)}, ',' order by ${order}) from ${rows})`, ']'];
}

const own = sql`x.organization_id = i.organization_id and x.invoice_id = i.id`;

const lines = array(
  object({
    serviceId: any(sql`x.service_id`),
    description: raw(sql`x.description`),
    period: any(sql`case when x.period_from is not null
      then json_build_object('from', x.period_from, 'to', x.period_to) end`),
    quantity: raw(sql`x.quantity`),
    unitPrice: sum(sql`x.unit_price`),
    net: sum(sql`x.net`),
    tax: sum(sql`x.tax`),
  }),
  sql`billing.invoice_lines x where ${own}`,
  sql`x.position`,
);

const allocations = array(
  object({
    id: any(sql`x.id`),
    receiptId: any(sql`x.receipt_id`),
    amount: sum(sql`x.amount`),
    at: any(sql`x.allocated_at`),
    releasedAt: any(sql`x.released_at`),
  }),
  sql`billing.allocations x where ${own}`,
  sql`x.allocated_at, x.id`,
);

/** What was received for this invoice, and what was received for another and paid this one. */
const receipts = array(
  object({
    id: any(sql`r.id`),
    number: any(sql`r.number`),
    amount: object({ amount: raw(sql`r.amount`), currency: any(sql`r.currency`) }),
    method: any(sql`r.method`),
    receivedAt: any(sql`r.received_at`),
    reversedAt: any(sql`r.reversed_at`),
  }),
  // Ids first: an `or` of the two would read every receipt of the organization.
  sql`billing.receipts r where r.organization_id = i.organization_id and r.id in (
    select x.id from billing.receipts x where ${own} union select x.receipt_id from billing.allocations x where ${own})`,
  sql`r.received_at, r.id`,
);

const steps = array(
  object({ kind: any(sql`x.kind`), days: raw(sql`x.days`), at: any(sql`x.done_at`) }),
  sql`billing.dunning_steps x where ${own}`,
  sql`x.done_at`,
);

const taxes = array(
  object({
    label: raw(sql`t -> 'label'`),
    share: raw(sql`t -> 'share'`),
    base: sum(sql`t -> 'base'`),
    tax: sum(sql`t -> 'tax'`),
  }),
  sql`jsonb_array_elements(i.taxes) with ordinality as taxes (t, position)`,
  sql`position`,
);

/** How to pay by transfer is what holds now, not what held when the invoice was issued. */
const transfer = raw(sql`case when i.status in ${openOnes} then coalesce((
  select s.value -> 'transfer' from kernel.settings s where s.key = ${seller.key}), '[]'::jsonb) else '[]'::jsonb end`);

async function show(db: Db, where: RawBuilder<unknown>, more: Record<string, JsonPieces>): Promise<JsonText> {
  const item = object({
    ...listed,
    orderId: any(sql`i.order_id`),
    issuedAt: any(sql`i.issued_at`),
    overdueSince: any(sql`i.overdue_since`),
    paidAt: any(sql`i.paid_at`),
    subtotal: sum(sql`i.subtotal`),
    tax: sum(sql`i.tax`),
    paid: sum(sql`i.paid`),
    taxes,
    seller: raw(sql`i.seller`),
    buyer: raw(sql`i.buyer`),
    notes: any(sql`i.notes`),
    transfer,
    lines,
    allocations,
    receipts,
    steps,
    credit: sum(credit),
    version: raw(sql`i.version`),
    ...more,
  });
  const { rows } = await sql<{ item: string }>`
    select ${jsonText(item)} as item from billing.invoices i where ${where}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}
