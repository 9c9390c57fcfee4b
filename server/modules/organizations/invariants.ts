import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

/** The kept tree says the same as the parents do. */
const treeFollowsParents: Invariant = {
  name: 'organizations.tree-follows-parents',
  violations: async (db, limit) => {
    const { rows } = await sql<{ descendant_id: string }>`
      with recursive up as (
        select id as ancestor_id, id as descendant_id, 0 as depth from organizations.organizations
        union all
        select o.parent_id, up.descendant_id, up.depth + 1
        from up join organizations.organizations o on o.id = up.ancestor_id
        where o.parent_id is not null and up.depth < 100
      )
      select coalesce(up.descendant_id, t.descendant_id) as descendant_id
      from up full join organizations.tree t using (ancestor_id, descendant_id, depth)
      where up.depth is null or t.descendant_id is null limit ${limit}`.execute(db);
    return rows.map(
      (row) => `the place of organization ${row.descendant_id} in the tree is not where its parents say`,
    );
  },
};

export const invariants: Invariant[] = [treeFollowsParents];
