import type { MemberRole } from '../../kernel/auth/roles.ts';
import { memberRoles } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { unknownRole } from './contract.ts';
import { builtIn } from './domain/standing.ts';
import type { Role } from './domain/standing.ts';

/** How a role is named in requests: a built-in one by its word, the organization's own by its id. Errors: `unknown_role`. */
export async function findRole(db: Db, organization: Id<'organization'>, named: string): Promise<Role> {
  if ((memberRoles as readonly string[]).includes(named)) return builtIn(named as MemberRole);
  const row = await db
    .selectFrom('organizations.roles')
    .select(['id', 'name', 'permissions'])
    .where('organization_id', '=', organization)
    .where('id', '=', named)
    .executeTakeFirst();
  if (!row) throw new Problem(unknownRole);
  return { role: 'custom', roleId: row.id as Id<'role'>, name: row.name, holds: row.permissions };
}

/** How a role stands in a fact: the word of a built-in one, or the id of the organization's own. */
export const roleKey = ({ role, roleId }: Pick<Role, 'role' | 'roleId'>): string => roleId ?? role;
