import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { openStatuses } from '../domain/abilities.ts';
import { seller } from '../settings.ts';
import { able, downloadable, listed, moneyJson } from './list-invoices.ts';

/** One invoice as its organization sees it, in one statement. Errors: `not_found`. */
export function showInvoice(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<JsonText> {
  return show(db, {
    where: sql`i.organization_id = ${organization} and i.id = ${invoice}`,
    more: sql``,
    can: sql`'pay', ${able('pay')}, 'download', ${downloadable}, 'applyCredit', ${creditUsable}`,
  });
}

/** One invoice as the staff see it. Errors: `not_found`. */
export function showStaffInvoice(db: Db, invoice: Id<'invoice'>): Promise<JsonText> {
  return show(db, {
    where: sql`i.id = ${invoice}`,
    more: sql`'collection', i.collection, 'voidReason', i.void_reason,
      'client', (select json_build_object('id', o.id, 'name', o.name)
        from organizations.organizations o where o.id = i.organization_id),`,
    can: sql`'recordPayment', ${able('recordPayment')}, 'applyCredit', ${creditUsable}, 'void', ${able('void')},
      'download', ${downloadable}`,
  });
}

const credit = sql`coalesce((
  select b.credit from billing.balances b where b.organization_id = i.organization_id and b.currency = i.currency), 0)`;

const creditUsable = sql`case when ${able('applyCredit')} = 'true'::jsonb and ${credit} = 0
  then '{"no":"no_credit"}'::jsonb else ${able('applyCredit')} end`;

const own = sql`x.organization_id = i.organization_id and x.invoice_id = i.id`;

const lines = sql`(
  select json_agg(json_build_object('serviceId', x.service_id, 'description', x.description,
    'period', case when x.period_from is not null then json_build_object('from', x.period_from, 'to', x.period_to) end,
    'quantity', x.quantity, 'unitPrice', ${moneyJson(sql`x.unit_price`)}, 'net', ${moneyJson(sql`x.net`)},
    'tax', ${moneyJson(sql`x.tax`)}) order by x.position)
  from billing.invoice_lines x where ${own})`;

const allocations = sql`coalesce((
  select json_agg(json_build_object('id', x.id, 'receiptId', x.receipt_id, 'amount', ${moneyJson(sql`x.amount`)},
    'at', x.allocated_at, 'releasedAt', x.released_at) order by x.allocated_at, x.id)
  from billing.allocations x where ${own}), '[]'::json)`;

const receipts = sql`coalesce((
  select json_agg(json_build_object('id', r.id, 'number', r.number,
    'amount', json_build_object('amount', r.amount, 'currency', r.currency), 'method', r.method,
    'receivedAt', r.received_at, 'reversedAt', r.reversed_at) order by r.received_at, r.id)
  from billing.receipts r
  where r.organization_id = i.organization_id and (r.invoice_id = i.id
    or r.id in (select x.receipt_id from billing.allocations x where ${own}))), '[]'::json)`;

const steps = sql`coalesce((
  select json_agg(json_build_object('kind', x.kind, 'days', x.days, 'at', x.done_at) order by x.done_at)
  from billing.dunning_steps x where ${own}), '[]'::json)`;

const taxes = sql`(
  select coalesce(json_agg(json_build_object('label', t -> 'label', 'share', t -> 'share', 'base', ${moneyJson(sql`(t -> 'base')::bigint`)},
    'tax', ${moneyJson(sql`(t -> 'tax')::bigint`)})), '[]'::json)
  from jsonb_array_elements(i.taxes) t)`;

/** How to pay by transfer is what holds now, not what held when the invoice was issued. */
const transfer = sql`case when i.status in (${sql.join(openStatuses.map((status) => sql.lit(status)))}) then coalesce((
  select s.value -> 'transfer' from kernel.settings s where s.key = ${seller.key}), '[]'::jsonb) else '[]'::jsonb end`;

async function show(
  db: Db,
  parts: { where: RawBuilder<unknown>; more: RawBuilder<unknown>; can: RawBuilder<unknown> },
): Promise<JsonText> {
  const { rows } = await sql<{ item: string }>`
    select json_build_object(${listed},
      'orderId', i.order_id, 'issuedAt', i.issued_at, 'overdueSince', i.overdue_since, 'paidAt', i.paid_at,
      'subtotal', ${moneyJson(sql`i.subtotal`)}, 'tax', ${moneyJson(sql`i.tax`)}, 'paid', ${moneyJson(sql`i.paid`)},
      'taxes', ${taxes}, 'seller', i.seller, 'buyer', i.buyer, 'notes', i.notes, 'transfer', ${transfer},
      'lines', ${lines}, 'allocations', ${allocations}, 'receipts', ${receipts}, 'steps', ${steps},
      'credit', ${moneyJson(credit)}, 'version', i.version, ${parts.more} 'can', json_build_object(${parts.can}))::text as item
    from billing.invoices i where ${parts.where}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}
