import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { BillingSummary } from '../contract.ts';
import { toNumber } from '../invoice-row.ts';

/** What an organization owes and has as credit, per currency: one scan of an index that holds open invoices only. */
export async function billingSummary(db: Db, organization: Id<'organization'>): Promise<BillingSummary> {
  const above = sql<{ since: BillingSummary['paidAbove'] }>`
    select case when o.pays = 'parent' then 'now'
      when exists (select from billing.invoices_above a where a.organization_id = o.id) then 'before' end as since
    from organizations.organizations o where o.id = ${organization}`.execute(db);
  const summed = sql<{
    currency: string;
    open_count: bigint;
    open: string;
    overdue_count: bigint;
    overdue: string;
    next_due_on: CalendarDate | null;
    credit: bigint;
  }>`
    select b.currency, b.credit, coalesce(i.open_count, 0) as open_count, coalesce(i.open, 0)::text as open,
      coalesce(i.overdue_count, 0) as overdue_count, coalesce(i.overdue, 0)::text as overdue, i.next_due_on
    from billing.balances b left join (
      select currency, count(*) as open_count, sum(total - paid) as open,
        count(*) filter (where status = 'overdue') as overdue_count,
        sum(total - paid) filter (where status = 'overdue') as overdue, min(due_on) as next_due_on
      from billing.invoices
      where organization_id = ${organization} and status in ('due', 'overdue', 'pending')
      group by currency
    ) i on i.currency = b.currency
    where b.organization_id = ${organization} order by b.currency`.execute(db);
  const [{ rows }, { rows: told }] = await Promise.all([summed, above]);
  return {
    paidAbove: told[0]?.since ?? null,
    currencies: rows.map((row) => ({
      currency: row.currency,
      openCount: Number(row.open_count),
      open: toNumber(BigInt(row.open)),
      overdueCount: Number(row.overdue_count),
      overdue: toNumber(BigInt(row.overdue)),
      nextDueOn: row.next_due_on,
      credit: toNumber(row.credit),
    })),
  };
}
