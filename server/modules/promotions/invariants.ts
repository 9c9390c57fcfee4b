import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'promotions.counts-are-redemptions',
    async violations(db, limit) {
      const { rows } = await sql<{ what: string }>`
        select p.id::text as what from promotions.promotions p where p.redeemed <> (
          select count(*) from promotions.redemptions r where r.promotion_id = p.id and r.returned_at is null)
        union all
        select c.code from promotions.codes c where c.redeemed <> (
          select count(*) from promotions.redemptions r where r.code = c.code and r.returned_at is null)
        limit ${limit}`.execute(db);
      return rows.map(({ what }) => `${what} counts other than what was redeemed`);
    },
  },
];
