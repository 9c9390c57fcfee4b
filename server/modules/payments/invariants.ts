import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';
import { openStatuses } from './domain/asking.ts';

/** `select` finds counterexamples as one text column, `what`. */
function invariant(name: string, select: RawBuilder<unknown>): Invariant {
  return {
    name,
    async violations(db, limit) {
      const { rows } = await sql<{
        what: string;
      }>`select what from (${select}) as found limit ${limit}`.execute(db);
      return rows.map(({ what }) => what);
    },
  };
}

const open = sql`a.status in (${sql.join(openStatuses.map((status) => sql.lit(status)))})`;

export const invariants: readonly Invariant[] = [
  invariant(
    'payments.money-of-attempts-is-settled-once',
    sql`
      select format('attempt %s took %s and settled %s', a.id, a.amount, coalesce(sum(p.amount), 0)) as what
      from payments.attempts a left join payments.payments p on p.organization_id = a.organization_id and p.attempt_id = a.id
      group by a.organization_id, a.id
      having coalesce(sum(p.amount), 0) <> case when a.status in ('succeeded', 'refunded') then a.amount else 0 end`,
  ),
  invariant(
    'payments.every-payment-has-its-receipt',
    sql`
      select format('payment %s of %s has a receipt of %s', p.id, p.amount, r.amount) as what
      from payments.payments p left join billing.receipts r on r.organization_id = p.organization_id and r.payment_id = p.id
      where r.amount is distinct from p.amount or r.currency <> p.currency
        or (r.reversed_at is null) <> (p.taken_back_at is null)`,
  ),
  invariant(
    'payments.payments-know-what-was-refunded',
    sql`
      select format('payment %s of %s: %s given back, its refunds %s, its receipt %s', p.id, p.amount, p.refunded, f.amount, r.refunded) as what
      from payments.payments p
      join billing.receipts r on r.organization_id = p.organization_id and r.payment_id = p.id
      left join lateral (
        select coalesce(sum(amount), 0) as amount from payments.refunds f where f.organization_id = p.organization_id
          and f.payment_id = p.id and f.currency is not null and f.state not in ('failed', 'rejected')) f on true
      where p.refunded <> f.amount or p.refunded <> r.refunded`,
  ),
  invariant(
    'payments.fees-are-in-the-ledger',
    sql`
      select format('organization %s, %s: %s in the ledger, %s of payments, %s of disputes', b.organization_id, b.currency, l.fees, f.fees, d.fees) as what
      from billing.balances b
      left join lateral (select coalesce(sum(debit - credit), 0) as fees from billing.postings l
        where l.organization_id = b.organization_id and l.currency = b.currency and l.account = 'gateway_fee') l on true
      left join lateral (select coalesce(sum(amount), 0) as fees from payments.fees f
        where f.organization_id = b.organization_id and f.currency = b.currency) f on true
      left join lateral (select coalesce(sum(fee), 0) as fees from billing.disputed_payments d
        where d.organization_id = b.organization_id and d.currency = b.currency) d on true
      where l.fees <> f.fees + d.fees`,
  ),
  invariant(
    'payments.fees-are-what-gateways-told',
    sql`
      select format('payment %s: the gateway told a fee of %s, %s is booked', p.id, a.fee, f.kept) as what
      from payments.payments p
      join payments.attempts a on a.organization_id = p.organization_id and a.id = p.attempt_id
      cross join lateral (select coalesce(sum(amount) filter (where why <> 'given_back'), 0) as kept, coalesce(sum(amount), 0) as net
        from payments.fees f where f.organization_id = p.organization_id and f.payment_id = p.id) f
      where a.fee <> f.kept or f.net < 0`,
  ),
  invariant(
    'payments.refunds-that-are-underway-are-asked-about',
    sql`
      select format('refund %s is %s and nobody is going to ask about it', id, state) as what
      from payments.refunds where payment_id is not null and state in ('asked', 'unknown', 'processing') and ask_at is null`,
  ),
  invariant(
    'payments.every-receipt-has-its-payment',
    sql`
      select format('receipt %s of %s is for payment %s, which is not there', r.id, r.amount, r.payment_id) as what
      from billing.receipts r left join payments.payments p on p.organization_id = r.organization_id and p.id = r.payment_id
      where p.id is null`,
  ),
  invariant(
    'payments.an-attempt-is-split-over-its-invoices',
    sql`
      select format('attempt %s of %s pays invoices with %s', a.id, a.amount, coalesce(sum(i.amount), 0)) as what
      from payments.attempts a
      left join payments.attempt_invoices i on i.organization_id = a.organization_id and i.attempt_id = a.id
      where a.purpose <> 'deposit' group by a.organization_id, a.id having coalesce(sum(i.amount), 0) <> a.amount`,
  ),
  invariant(
    'payments.invoices-know-their-open-attempts',
    sql`
      select format('attempt %s is %s, its invoice %s says %s', a.id, a.status, i.invoice_id, i.open) as what
      from payments.attempts a
      join payments.attempt_invoices i on i.organization_id = a.organization_id and i.attempt_id = a.id
      where i.open <> (${open})`,
  ),
  invariant(
    'payments.what-may-still-take-money-is-asked-about',
    sql`
      select format('attempt %s is %s and nobody is going to ask about it', a.id, a.status) as what
      from payments.attempts a where ${open} and a.ask_at is null and a.other_money_at is null`,
  ),
];
