import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: Invariant[] = [
  {
    name: 'usage.no-day-is-billed-twice',
    async violations(db, limit) {
      const { rows } = await sql<{ service_id: string; from_on: string }>`
        select service_id, from_on from (
          select service_id, from_on, to_on, lead(from_on) over (partition by organization_id, service_id order by from_on) as next
          from usage.windows) as w
        where next < to_on limit ${limit}`.execute(db);
      return rows.map(
        (row) => `the billed days of service ${row.service_id} from ${row.from_on} overlap the next`,
      );
    },
  },
  {
    name: 'usage.days-are-sums-of-events',
    async violations(db, limit) {
      // What changed lately; the rest was looked at before.
      const { rows } = await sql<{ service_id: string; day: string }>`
        select d.service_id, d.day from (
          select * from usage.days order by latest_at desc limit 500) d
        cross join lateral (
          select sum(e.quantity) as total, count(*) as events from usage.events e
          where e.organization_id = d.organization_id and e.service_id = d.service_id and e.meter_id = d.meter_id and e.day = d.day) e
        where e.total is distinct from d.total or e.events <> d.events limit ${limit}`.execute(db);
      return rows.map(
        (row) => `what is kept of ${row.day} for service ${row.service_id} is not what its events say`,
      );
    },
  },
];
