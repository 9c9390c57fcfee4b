import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Report } from '../contract.ts';

/** How tickets were escalated, by month and rule, queue or product, the latest month first. */
export async function readReport(
  db: Db,
  { by, months, zone, now }: { by: 'rule' | 'queue' | 'product'; months: number; zone: string; now: Date },
): Promise<Report> {
  const key = { rule: sql`e.rule_title`, queue: sql`e.queue`, product: sql`e.product` }[by];
  const names = {
    rule: sql`null::jsonb`,
    queue: sql`(select u.titles from support.queues u where u.name = x.key)`,
    product: sql`(select p.name from catalog.products p where p.slug = x.key)`,
  }[by];
  const { rows } = await sql<Report['items'][number]>`
    select x.*, ${names} as names from (
      select to_char(e.fired_at at time zone ${zone}, 'YYYY-MM') as month, ${key} as key, count(*)::integer as fired,
        (count(*) filter (where e.acknowledged_at is not null))::integer as acknowledged,
        round((percentile_cont(0.5) within group (order by extract(epoch from e.acknowledged_at - e.fired_at) / 60))::numeric)::integer as minutes,
        (count(*) filter (where e.ended = 'settled'))::integer as settled,
        (count(*) filter (where e.ended = 'over'))::integer as over,
        (count(*) filter (where e.ended = 'taken_back'))::integer as "takenBack",
        (count(*) filter (where e.ended is null))::integer as open,
        (count(*) filter (where e.exhausted_at is not null))::integer as exhausted,
        (count(*) filter (where e.highest = 3))::integer as top
      from escalation.escalations e
      where e.fired_at >= (date_trunc('month', ${now}::timestamptz at time zone ${zone})
        - make_interval(months => ${months - 1})) at time zone ${zone}
      group by 1, 2
    ) x order by x.month desc, x.fired desc, x.key limit 1000`.execute(db);
  return { items: rows };
}
