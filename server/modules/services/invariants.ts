import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

export const invariants: Invariant[] = [
  {
    name: 'services.held-for-its-open-suspensions',
    async violations(db, limit) {
      const { rows } = await sql<{ id: string }>`
        select s.id from services.services s
        left join services.suspensions h
          on h.organization_id = s.organization_id and h.service_id = s.id and h.lifted_at is null
        where s.suspended_for <> '{}' or h.id is not null
        group by s.organization_id, s.id
        having not (s.suspended_for @> array_remove(array_agg(h.reason), null)
          and s.suspended_for <@ array_remove(array_agg(h.reason), null))
        limit ${limit}`.execute(db);
      return rows.map(({ id }) => `service ${id} is held for other reasons than its suspensions say`);
    },
  },
];
