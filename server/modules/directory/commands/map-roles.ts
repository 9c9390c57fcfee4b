import { sql } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import {
  findRole,
  ownerOnly,
  releaseMembers,
  requireMay,
  revokeKeysThatMay,
} from '../../organizations/index.ts';
import type { Role } from '../../organizations/index.ts';
import { directoryDisconnected, rolesMapped } from '../events.ts';
import { provision } from '../permissions.ts';
import { settleRoles } from './settle-roles.ts';

interface Wanted {
  byDefault: string;
  /** In the order in which they decide; groups that are not named come after, and decide nothing. */
  groups: readonly { group: string; role: string | null }[];
}

const about = (organization: Id<'organization'>) => ({
  organizationId: organization,
  subject: { kind: 'organization', id: organization },
});
const stored = (role: Role | null) => ({
  role: role === null || role.role === 'custom' ? null : role.role,
  role_id: role?.roleId ?? null,
});

/**
 * Says which role each group of the directory gives, and the one of those in no such group; everybody gets theirs at once. Nobody gives
 * more than they hold, and no group makes owners. Errors: `unknown_role`, `owner_only`, `beyond_you`.
 */
export async function mapRoles(
  tx: Tx,
  { by, known }: { by: Membership; known: readonly Permission[] },
  { byDefault, groups }: Wanted,
): Promise<void> {
  const named = new Map<string, Role>();
  for (const name of new Set([byDefault, ...groups.flatMap(({ role }) => role ?? [])])) {
    const role = await findRole(tx.db, by.id, name);
    if (role.role === 'owner') throw new Problem(ownerOnly);
    requireMay(by, { ...role, services: null, limit: null }, known);
    named.set(name, role);
  }
  const rows = groups.map(({ group, role }) => ({
    id: group,
    ...stored(role === null ? null : named.get(role)!),
  }));
  await sql`
    update directory.groups g set role = w.role, role_id = w.role_id, position = coalesce(w.position, ${rows.length} + g.position)
    from directory.groups was left join unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ role }) => role)}::text[],
      ${rows.map(({ role_id }) => role_id)}::uuid[]) with ordinality as w (id, role, role_id, position) on w.id = was.id
    where g.organization_id = ${by.id} and was.organization_id = ${by.id} and was.id = g.id`.execute(tx.db);
  const plain = stored(named.get(byDefault)!);
  await tx.db
    .insertInto('directory.defaults')
    .values({ organization_id: by.id, ...plain })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(plain))
    .execute();
  tx.emit(rolesMapped, {
    ...about(by.id),
    data: { byDefault, groups: groups.map(({ group, role }) => ({ groupId: group, role })) },
  });
  await settleRoles(tx, by.id, null);
}

/** Ends the connection: its keys are revoked, what it said is forgotten, and its members stay as they are, in the hands of people. */
export async function disconnect(tx: Tx, organization: Id<'organization'>): Promise<void> {
  await revokeKeysThatMay(tx, organization, provision);
  for (const table of ['group_members', 'groups', 'users', 'defaults', 'requests'] as const)
    await tx.db.deleteFrom(`directory.${table}`).where('organization_id', '=', organization).execute();
  await releaseMembers(tx, organization);
  tx.emit(directoryDisconnected, { ...about(organization), data: {} });
}
