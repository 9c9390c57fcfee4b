import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

/** `select` finds counterexamples as one text column, `what`. */
function invariant(name: string, select: RawBuilder<{ what: string }>): Invariant {
  return {
    name,
    violations: async (db, limit) => {
      const { rows } = await sql<{
        what: string;
      }>`select what from (${select}) as found limit ${limit}`.execute(db);
      return rows.map((row) => row.what);
    },
  };
}

const series = (kind: string, table: RawBuilder<unknown>) =>
  invariant(
    `billing.${kind}-numbers-have-no-gaps`,
    sql`
      select format('${sql.raw(kind)} series %s: %s numbers up to %s, the counter says %s', year, count(d.sequence), max(d.sequence), s.last) as what
      from billing.series s left join ${table} d using (year)
      where s.kind = ${kind} group by year, s.last
      having count(d.sequence) <> s.last or coalesce(max(d.sequence), 0) <> s.last`,
  );

export const invariants: readonly Invariant[] = [
  invariant(
    'billing.every-entry-balances',
    sql`
      select format('entry %s %s of organization %s is out by %s', sequence, currency, organization_id, sum(debit - credit)) as what
      from billing.entries left join billing.postings using (organization_id, currency, sequence)
      group by organization_id, currency, sequence having sum(debit - credit) is distinct from 0`,
  ),
  invariant(
    'billing.balances-are-the-sums-of-their-entries',
    sql`
      select format('organization %s, %s: the head says %s owed and %s credit, the postings %s and %s',
        b.organization_id, b.currency, b.receivable, b.credit, p.receivable, p.credit) as what
      from billing.balances b left join lateral (
        select coalesce(sum(debit - p.credit) filter (where account = 'receivable'), 0) as receivable,
          coalesce(sum(p.credit - debit) filter (where account = 'customer_credit'), 0) as credit, max(sequence) as entries
        from billing.postings p where p.organization_id = b.organization_id and p.currency = b.currency) p on true
      where b.receivable <> p.receivable or b.credit <> p.credit or b.entries <> p.entries`,
  ),
  invariant(
    'billing.entries-run-on',
    sql`
      select format('entry %s %s of organization %s does not follow from the one before it', sequence, currency, organization_id) as what
      from (
        select *, lag(sequence, 1, 0) over ledger as before, lag(booked_on) over ledger as day_before,
          lag(receivable_after, 1, 0) over ledger as owed_before, lag(credit_after, 1, 0) over ledger as credit_before
        from billing.entries window ledger as (partition by organization_id, currency order by sequence)
      ) e
      where sequence <> before + 1 or booked_on < day_before
        or receivable_after <> owed_before + owed or credit_after <> credit_before + credited`,
  ),
  invariant(
    'billing.what-is-owed-stands-on-open-invoices',
    sql`
      select format('organization %s, %s: %s in the ledger, %s on invoices', b.organization_id, b.currency, b.receivable, i.open) as what
      from billing.balances b left join lateral (
        select coalesce(sum(total - paid), 0) as open from billing.invoices i
        where i.organization_id = b.organization_id and i.currency = b.currency and i.document = 'issued'
          and i.settlement <> 'written_off') i on true
      where b.receivable <> i.open`,
  ),
  invariant(
    'billing.allocations-add-up-to-what-is-paid',
    sql`
      select format('invoice %s: %s paid, %s allocated', i.id, i.paid, a.allocated) as what
      from billing.invoices i left join lateral (
        select coalesce(sum(amount), 0) as allocated from billing.allocations a
        where a.organization_id = i.organization_id and a.invoice_id = i.id and a.released_at is null) a on true
      where i.paid <> a.allocated`,
  ),
  invariant(
    'billing.no-invoice-is-paid-more-than-its-total',
    sql`select format('invoice %s: %s paid of %s', id, paid, total) as what from billing.invoices where paid > total`,
  ),
  invariant(
    'billing.a-receipt-pays-no-more-than-it-is-for',
    sql`
      select format('receipt %s of %s pays %s', r.id, r.amount, sum(a.amount)) as what
      from billing.receipts r join billing.allocations a on a.organization_id = r.organization_id and a.receipt_id = r.id
        and a.released_at is null
      group by r.organization_id, r.id having sum(a.amount) > r.amount or r.reversed_at is not null`,
  ),
  invariant(
    'billing.lines-add-up',
    sql`
      select format('invoice %s: %s and tax %s, its lines %s and %s', i.id, i.subtotal, i.tax, l.net, l.tax) as what
      from billing.invoices i left join lateral (
        select sum(net) as net, sum(l.tax) as tax from billing.invoice_lines l
        where l.organization_id = i.organization_id and l.invoice_id = i.id) l on true
      where l.net is distinct from i.subtotal or l.tax is distinct from i.tax`,
  ),
  series('invoice', sql`billing.invoices`),
  series('receipt', sql`billing.receipts`),
];
