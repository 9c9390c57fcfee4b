import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: Invariant[] = [
  {
    name: 'pricing.coming-prices-were-announced',
    async violations(db, limit) {
      const { rows } = await sql<{ id: string }>`
        select s.id from services.services s left join pricing.moves m on m.organization_id = s.organization_id and m.id = s.coming_move
        where s.coming_on is not null and (m.id is null or m.delivered_at is null or m.after <> s.coming_recurring
          or m.begins_on <> s.coming_on) limit ${limit}`.execute(db);
      return rows.map(({ id }) => `service ${id} is going to cost what no notice that arrived has said`);
    },
  },
];
