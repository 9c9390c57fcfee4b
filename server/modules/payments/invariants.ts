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
      group by a.organization_id, a.id having coalesce(sum(i.amount), 0) <> a.amount`,
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
