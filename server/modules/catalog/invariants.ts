import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: Invariant[] = [
  {
    name: 'catalog.one-price-at-a-time',
    async violations(db, limit) {
      const { rows } = await sql<{ item_id: string; currency: string; cycle: string; version: number }>`
        select item_id, currency, cycle, version from (
          select *, lead(starts_at) over (partition by item_id, currency, cycle order by starts_at nulls first, version) as next
          from catalog.prices where starts_at is distinct from ends_at or ends_at is null) as p
        where next < coalesce(ends_at, 'infinity') limit ${limit}`.execute(db);
      return rows.map(
        (row) => `price ${row.item_id} ${row.currency} ${row.cycle} ${row.version} overlaps the one after it`,
      );
    },
  },
];
