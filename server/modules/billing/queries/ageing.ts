import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Ageing } from '../contract.ts';
import { toNumber } from '../invoice-row.ts';

const buckets = [0, 1, 31, 61, 91];

/** What is open, by how many days it is late in its client's zone. */
export async function readAgeing(db: Db, now: Date): Promise<Ageing> {
  const { rows } = await sql<{ currency: string; days: number; count: bigint; amount: string }>`
    select i.currency, (${buckets}::integer[])[greatest(1, width_bucket(
        (${now}::timestamptz at time zone o.time_zone)::date - i.due_on, ${buckets}::integer[]))] as days,
      count(*) as count, sum(i.total - i.paid)::text as amount
    from billing.invoices i join organizations.organizations o on o.id = i.organization_id
    where i.status in ('due', 'overdue', 'pending') group by 1, 2 order by 1, 2`.execute(db);
  const currencies = [...new Set(rows.map((row) => row.currency))];
  return {
    currencies: currencies.map((currency) => ({
      currency,
      buckets: buckets.map((days) => {
        const found = rows.find((row) => row.currency === currency && row.days === days);
        return { days, count: Number(found?.count ?? 0), amount: toNumber(BigInt(found?.amount ?? 0)) };
      }),
    })),
  };
}
