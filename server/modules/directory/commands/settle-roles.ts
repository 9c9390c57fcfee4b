import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { giveRoles } from '../../organizations/index.ts';

/** What somebody is whose groups say nothing, and nobody has said what that is. */
export const plainRole = 'member';

/**
 * Gives users the roles that their groups say: of several mapped ones the one that stands first in the organization's list. Without any
 * it is the default role, but who was a member before the directory came keeps theirs until a group has said one. `users` null: all.
 */
export async function settleRoles(
  tx: Tx,
  organization: Id<'organization'>,
  users: readonly string[] | null,
): Promise<void> {
  const { rows } = await sql<{ person: Id<'person'>; role: string | null; roleId: string | null }>`
    with said as (
      select u.id, u.person_id, u.was_member, g.role, g.role_id, g.id is not null as by_group
      from directory.users u
      left join lateral (
        select g.id, g.role, g.role_id
        from directory.group_members m
        join directory.groups g on g.organization_id = m.organization_id and g.id = m.group_id
        where m.organization_id = u.organization_id and m.user_id = u.id and num_nonnulls(g.role, g.role_id) = 1
        order by g.position, g.id limit 1
      ) g on true
      where u.organization_id = ${organization} and u.active and u.person_id is not null
        and (${users}::uuid[] is null or u.id = any (${users}))
    ), noted as (
      update directory.users u set was_member = false from said
      where u.organization_id = ${organization} and u.id = said.id and u.was_member and said.by_group
    )
    select s.person_id as person,
      case when s.by_group then s.role when d.role_id is null then coalesce(d.role, ${plainRole}) end as role,
      case when s.by_group then s.role_id else d.role_id end as "roleId"
    from said s left join directory.defaults d on d.organization_id = ${organization}
    where s.by_group or not s.was_member order by s.person_id`.execute(tx.db);
  await giveRoles(tx, organization, rows);
}
