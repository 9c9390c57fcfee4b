import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

/** Who is a member by the directory is an active user of it. */
const managedMembersAreActive: Invariant = {
  name: 'directory.managed-members-are-active',
  violations: async (db, limit) => {
    const { rows } = await sql<{ organization_id: string; person_id: string }>`
      select m.organization_id, m.person_id from organizations.members m
      where m.managed and not exists (
        select from directory.users u
        where u.organization_id = m.organization_id and u.person_id = m.person_id and u.active)
      limit ${limit}`.execute(db);
    return rows.map(
      (row) =>
        `person ${row.person_id} is kept in organization ${row.organization_id} by a directory that does not know them`,
    );
  },
};

export const invariants: Invariant[] = [managedMembersAreActive];
