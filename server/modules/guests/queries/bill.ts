import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { readStatus } from '../../orders/index.ts';
import { paymentOptions } from '../../payments/index.ts';
import type { Bill, LookedUp } from '../contract.ts';
import { findOrder } from '../guest-order.ts';
import type { ByCode } from '../guest-order.ts';
import { guestScope } from '../keys.ts';

/**
 * How an order stands, for whoever knows its number and code; of a guest's also what is owed for it and how it is paid. Errors:
 * `unknown_order`.
 */
export async function lookUp(ctx: Ctx, byCode: ByCode, now: Date): Promise<LookedUp> {
  const { guest, ...found } = await findOrder(ctx, byCode);
  const seen = ctx.within(guestScope({ organization: found.organization, person: guest?.id ?? null }));
  return seen.read(async (db) => ({
    ...(await readStatus(db, found)),
    bill: guest && (await readBill(db, ctx, found, now)),
  }));
}

async function readBill(
  db: Db,
  { ports }: Pick<Ctx, 'ports'>,
  { organization, order }: { organization: Id<'organization'>; order: Id<'order'> },
  now: Date,
): Promise<Bill> {
  const invoices = await listInvoices(db, organization, order);
  const owed = invoices.find(({ payable }) => payable);
  const shown = invoices.map(({ payable: _payable, ...invoice }) => invoice);
  if (!owed) return { invoices: shown, pay: null };
  const options = await paymentOptions(db, ports, organization, owed.id as Id<'invoice'>, now);
  const { methods, open, can } = options;
  return {
    invoices: shown,
    pay: { invoice: owed.id, amount: options.invoice.balance, methods, open, can: can.pay },
  };
}

type Billed = Bill['invoices'][number] & { payable: boolean };

/** What was invoiced for an order and for what it runs, oldest first, with the receipts that have their number. */
export async function listInvoices(
  db: Db,
  organization: Id<'organization'>,
  order: Id<'order'>,
): Promise<Billed[]> {
  const { rows } = await sql<{ json: Billed }>`
    select json_build_object('id', i.id, 'number', i.number, 'dueOn', i.due_on, 'status', i.status,
      'total', json_build_object('amount', i.total, 'currency', i.currency),
      'balance', json_build_object('amount', case when i.document = 'issued' then i.total - i.paid else 0 end, 'currency', i.currency),
      'payable', i.document = 'issued' and i.total > i.paid,
      'receipts', coalesce((
        select json_agg(json_build_object('id', r.id, 'number', r.number) order by r.id) from billing.receipts r
        where r.organization_id = i.organization_id and r.invoice_id = i.id and r.number is not null), '[]')
    ) as json
    from billing.invoices i
    where i.organization_id = ${organization} and (i.order_id = ${order} or exists (
      select from billing.invoice_lines l join orders.items it on it.organization_id = l.organization_id and it.service_id = l.service_id
      where l.organization_id = i.organization_id and l.invoice_id = i.id and it.order_id = ${order}))
    order by i.id limit 100`.execute(db);
  return rows.map(({ json }) => json);
}
