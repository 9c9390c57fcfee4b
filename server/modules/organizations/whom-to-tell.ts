import { sql } from 'kysely';
import type { Permission } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';

/**
 * Whom to write to: the members who hold a permission, for this service where it is about one. Where an organization has no such member
 * it is those of the nearest one above it.
 */
export async function findMembersWhoMay(
  db: Db,
  organization: Id<'organization'>,
  permission: Permission,
  service?: string,
): Promise<Id<'person'>[]> {
  const chosen = permission.whole
    ? sql`m.services is null`
    : sql`(m.services is null or t.depth = 0 and ${service ?? null}::uuid = any (m.services))`;
  const { rows } = await sql<{ person_id: Id<'person'> }>`
    select person_id from (
      select m.person_id, rank() over (order by t.depth) as nearness
      from organizations.tree t
      join organizations.organizations o on o.id = t.descendant_id
      join organizations.members m on m.organization_id = t.ancestor_id
      left join organizations.roles r on r.organization_id = m.organization_id and r.id = m.role_id
      where t.descendant_id = ${organization} and ${chosen}
        and (t.depth = 0 or m.role = 'owner' or not o.closed)
        and (m.role = any (${[...permission.members]}::text[]) or ${permission.name} = any (r.permissions))
    ) found where nearness = 1`.execute(db);
  return rows.map((row) => row.person_id);
}

/** Whether a person still gets into an organization, also by way of one above it. */
export async function hasAccess(
  db: Db,
  organization: Id<'organization'>,
  person: Id<'person'>,
): Promise<boolean> {
  const { rows } =
    await sql`select from organizations.access(${organization}) where person_id = ${person}`.execute(db);
  return rows.length > 0;
}
