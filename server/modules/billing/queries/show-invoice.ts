import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { seller } from '../settings.ts';
import { ability, able, client, downloadable, listed, openOnes, sum } from './invoice-json.ts';
import { encoded, jsonText, object, raw, word } from './json-text.ts';
import type { JsonPieces } from './json-text.ts';

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
    position: raw(sql`x.position`),
    serviceId: encoded(sql`x.service_id`),
    description: raw(sql`x.description`),
    period: encoded(sql`case when x.period_from is not null
      then json_build_object('from', x.period_from, 'to', x.period_to) end`),
    quantity: raw(sql`x.quantity`),
    unitPrice: sum(sql`x.unit_price`),
    discount: sum(sql`x.discount`),
    net: sum(sql`x.net`),
    tax: sum(sql`x.tax`),
    takenBack: sum(sql`(select coalesce(sum(c.net), 0) from billing.credit_note_lines c
      where c.organization_id = x.organization_id and c.invoice_id = x.invoice_id and c.position = x.position)`),
    unit: word(sql`x.unit_code`),
    why: raw(sql`case when x.why = '{}' then 'null'::jsonb else x.why end`),
    taxed: raw(sql`case when x.tax_group is null then 'null'::jsonb
      else (i.taxes -> x.tax_group) - '{net,base,tax,exemptionCode,transactionCode,rule}'::text[] end`),
  }),
  sql`billing.invoice_lines x where ${own}`,
  sql`x.position`,
);

const allocations = array(
  object({
    id: encoded(sql`x.id`),
    receiptId: encoded(sql`x.receipt_id`),
    withholdingId: encoded(sql`x.withholding_id`),
    amount: sum(sql`x.amount`),
    at: encoded(sql`x.allocated_at`),
    releasedAt: encoded(sql`x.released_at`),
  }),
  sql`billing.allocations x where ${own}`,
  sql`x.allocated_at, x.id`,
);

/** What was received for this invoice, and what was received for another and paid this one. */
const receipts = array(
  object({
    id: encoded(sql`r.id`),
    number: encoded(sql`r.number`),
    amount: object({ amount: raw(sql`r.amount`), currency: encoded(sql`r.currency`) }),
    method: encoded(sql`r.method`),
    receivedAt: encoded(sql`r.received_at`),
    reversedAt: encoded(sql`r.reversed_at`),
  }),
  // Ids first: an `or` of the two would read every receipt of the organization.
  sql`billing.receipts r where r.organization_id = i.organization_id and r.id in (
    select x.id from billing.receipts x where ${own} union select x.receipt_id from billing.allocations x where ${own})`,
  sql`r.received_at, r.id`,
);

const creditNotes = array(
  object({
    id: encoded(sql`x.id`),
    number: encoded(sql`x.number`),
    issuedOn: encoded(sql`x.issued_on`),
    total: sum(sql`x.total`),
  }),
  sql`billing.credit_notes x where ${own}`,
  sql`x.issued_at desc, x.id desc`,
);

const steps = array(
  object({ kind: encoded(sql`x.kind`), days: raw(sql`x.days`), at: encoded(sql`x.done_at`) }),
  sql`billing.dunning_steps x where ${own}`,
  sql`x.done_at`,
);

const taxes = array(
  object({
    label: raw(sql`t -> 'label'`),
    share: raw(sql`t -> 'share'`),
    base: sum(sql`t -> 'base'`),
    tax: sum(sql`t -> 'tax'`),
    code: encoded(sql`coalesce(t ->> 'code', 'S')`),
    reason: raw(sql`coalesce(t -> 'reason', 'null'::jsonb)`),
  }),
  // What no tax concerns is not spoken of.
  sql`jsonb_array_elements(i.taxes) with ordinality as taxes (t, position) where t ->> 'code' is distinct from 'O'`,
  sql`position`,
);

/** How to pay by transfer is what holds now, not what held when the invoice was issued. */
const transfer = raw(sql`case when i.status in ${openOnes} then coalesce((
  select s.value -> 'transfer' from kernel.settings s where s.key = ${sql.lit(seller.key)}), '[]'::jsonb) else '[]'::jsonb end`);

const shown: Readonly<Record<string, JsonPieces>> = {
  ...listed,
  orderId: encoded(sql`i.order_id`),
  issuedAt: encoded(sql`i.issued_at`),
  overdueSince: encoded(sql`i.overdue_since`),
  paidAt: encoded(sql`i.paid_at`),
  subtotal: sum(sql`i.subtotal`),
  tax: sum(sql`i.tax`),
  paid: sum(sql`i.paid - i.credited`),
  credited: sum(sql`i.credited`),
  creditNotes,
  taxes,
  seller: raw(sql`i.seller`),
  buyer: raw(sql`i.buyer`),
  notes: encoded(sql`i.notes`),
  isContested: raw(
    sql`case when exists (select from billing.contests x where ${own}) then 'true' else 'false' end`,
  ),
  transactionCode: encoded(sql`i.transaction_code`),
  buyerReference: encoded(sql`i.buyer_reference`),
  purchaseOrder: encoded(sql`i.purchase_order`),
  accounting: raw(sql`coalesce(i.accounting, 'null'::jsonb)`),
  transfer,
  lines,
  allocations,
  receipts,
  steps,
  promisedOn: encoded(sql`(select p.promised_on from billing.promises p
    where p.organization_id = i.organization_id and p.invoice_id = i.id and p.state = 'open')`),
  credit: sum(credit),
  version: raw(sql`i.version`),
};

const ownItem = jsonText(
  object({ ...shown, can: object({ pay: able('pay'), download: downloadable, applyCredit: creditUsable }) }),
);

const staffItem = jsonText(
  object({
    ...shown,
    collection: encoded(sql`i.collection`),
    voidReason: encoded(sql`i.void_reason`),
    writtenOffReason: encoded(sql`i.written_off_why`),
    client,
    can: object({
      recordPayment: able('recordPayment'),
      applyCredit: creditUsable,
      void: raw(sql`case when i.taken_back > 0 and ${ability('void')} = 'true'::jsonb
        then '{"no":"has_credit_notes"}'::jsonb else ${ability('void')} end`),
      creditNote: able('creditNote'),
      writeOff: able('writeOff'),
      download: downloadable,
    }),
  }),
);

/** One invoice as its organization sees it, in one statement. Errors: `not_found`. */
export function showInvoice(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<JsonText> {
  return show(db, sql`i.organization_id = ${organization} and i.id = ${invoice}`, ownItem);
}

/** One invoice as the staff see it. Errors: `not_found`. */
export function showStaffInvoice(db: Db, invoice: Id<'invoice'>): Promise<JsonText> {
  return show(db, sql`i.id = ${invoice}`, staffItem);
}

async function show(db: Db, where: RawBuilder<unknown>, item: RawBuilder<string>): Promise<JsonText> {
  const { rows } = await sql<{
    item: string;
  }>`select ${item} as item from billing.invoices i where ${where}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}
