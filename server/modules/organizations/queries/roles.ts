import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { RoleList } from '../contract.ts';
import { basics, mayDecideOn } from '../domain/standing.ts';

/** The organization's own roles, and the permissions they are made of. */
export async function listRoles(
  db: Db,
  asking: Membership,
  permissions: readonly Permission[],
): Promise<RoleList> {
  const { rows } = await sql<{
    id: string;
    name: string;
    permissions: string[];
    used: number;
    by: string;
    version: number;
  }>`
    select r.id, r.name, r.permissions, r.version, coalesce(p.name, '') as by,
      ((select count(*) from organizations.members m where m.organization_id = r.organization_id and m.role_id = r.id)
        + (select count(*) from organizations.invitations i where i.organization_id = r.organization_id and i.role_id = r.id
          and i.accepted_at is null and i.revoked_at is null))::integer as used
    from organizations.roles r
    left join organizations.member_names(${asking.id}) p on p.id = r.created_by
    where r.organization_id = ${asking.id} order by lower(r.name)`.execute(db);
  const items = rows.map(({ by, ...row }) => ({
    ...row,
    createdBy: by,
    can: { change: mayDecideOn(asking, { ...customRole(row.permissions), limit: null }, permissions) },
  }));
  const offered = permissions
    .filter(({ members }) => members.length > 0)
    .map((one) => ({
      name: one.name,
      roles: [...one.members],
      mine: mayAsMember(one, asking),
      whole: one.whole,
      always: (basics as readonly string[]).includes(one.name),
    }));
  return { items, permissions: offered };
}

const customRole = (holds: string[]) => ({ role: 'custom', holds, services: null }) as const;
