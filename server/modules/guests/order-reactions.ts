import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { onAll } from '../../kernel/events/reactions.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { invoiceNumbered, invoicePaid, reminderSent } from '../billing/index.ts';
import { orderCanceled as canceled, orderFulfilled } from '../orders/index.ts';
import type { CanceledWhy } from '../orders/index.ts';
import { orderCanceled, orderPaid, orderReady, paymentDue } from './order-messages.ts';

// Guests are members of nothing, so nobody tells them of their order but this.

export const orderReactions = [
  onAll(invoicePaid, 'guests.tell-of-payment', async (tx, facts) => {
    for (const about of await invoicesOf(tx, facts)) if (about.total > 0n) tell(tx, orderPaid, about, {});
  }),
  onAll(orderFulfilled, 'guests.tell-of-fulfillment', async (tx, facts) => {
    for (const about of await ordersOf(tx, facts)) tell(tx, orderReady, about, {});
  }),
  onAll(canceled, 'guests.tell-of-cancellation', async (tx, facts) => {
    for (const about of await ordersOf(tx, facts))
      tell(tx, orderCanceled, about, { why: about.canceled_why!, note: about.cancel_note });
  }),
  // The invoice of the order itself came with the order.
  onAll(invoiceNumbered, 'guests.tell-of-invoice', async (tx, facts) => {
    for (const about of await invoicesOf(tx, facts)) if (about.kind !== 'order') tellDue(tx, about, false);
  }),
  onAll(reminderSent, 'guests.tell-of-reminder', async (tx, facts) => {
    const late = new Set(facts.filter(({ data }) => data.step !== 'reminder').map(({ id }) => id));
    for (const about of await invoicesOf(tx, facts)) tellDue(tx, about, late.has(about.fact));
  }),
];

interface ToGuest {
  fact: Id<'event'>;
  organization: Id<'organization'>;
  email: string;
  name: string;
  locale: 'id' | 'en';
  number: string;
}

function tell<More extends object>(
  tx: Tx,
  message: MessageKind<{ number: string } & More>,
  { fact, organization, email, name, locale, number }: ToGuest,
  more: More,
): void {
  const to = { address: email, name, locale };
  tx.tell(message, { to, organizationId: organization, occurrence: fact, data: { number, ...more } });
}

function tellDue(tx: Tx, about: InvoiceToGuest, overdue: boolean): void {
  const { invoice, total, paid, currency, due_on: dueOn } = about;
  if (total <= paid) return;
  const sum = { amount: Number(total - paid), currency };
  tell(tx, paymentDue, about, { invoice: invoice ?? '', sum, dueOn, overdue });
}

interface OrderToGuest extends ToGuest {
  canceled_why: CanceledWhy | null;
  cancel_note: string;
}

/** Of facts about orders, those of guests whom nobody has claimed. */
async function ordersOf(tx: Tx, facts: readonly Fact<unknown>[]): Promise<OrderToGuest[]> {
  const { rows } = await sql<OrderToGuest>`
    select told.fact, o.organization_id as organization, g.email, g.name, g.locale, o.number, o.canceled_why, o.cancel_note
    from ${listed(facts, (fact) => fact.subject.id)} join orders.orders o on o.id = told.about
      join guests.guests g on g.organization_id = o.organization_id and g.claimed_at is null`.execute(tx.db);
  return rows;
}

interface InvoiceToGuest extends ToGuest {
  invoice: string | null;
  kind: string;
  total: bigint;
  paid: bigint;
  currency: string;
  due_on: CalendarDate;
}

/** Of facts about invoices, those of guests whom nobody has claimed, with the order that each is for. */
async function invoicesOf(tx: Tx, facts: readonly Fact<{ invoiceId: string }>[]): Promise<InvoiceToGuest[]> {
  const { rows } = await sql<InvoiceToGuest>`
    select told.fact, i.organization_id as organization, g.email, g.name, g.locale, o.number,
      i.number as invoice, i.kind, i.total, i.paid, i.currency, i.due_on
    from ${listed(facts, (fact) => fact.data.invoiceId)} join billing.invoices i on i.id = told.about
      join guests.guests g on g.organization_id = i.organization_id and g.claimed_at is null
      join lateral (
        select r.number from orders.orders r where r.organization_id = i.organization_id and (r.id = i.order_id
          or r.id = (select it.order_id from billing.invoice_lines l
            join orders.items it on it.organization_id = l.organization_id and it.service_id = l.service_id
            where l.organization_id = i.organization_id and l.invoice_id = i.id limit 1)) limit 1) o on true`.execute(
    tx.db,
  );
  return rows;
}

function listed<Data>(facts: readonly Fact<Data>[], about: (fact: Fact<Data>) => string) {
  return sql`unnest(${facts.map(({ id }) => id)}::uuid[], ${facts.map(about)}::uuid[]) as told (fact, about)`;
}
