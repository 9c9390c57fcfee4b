import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Role } from '../domain/standing.ts';
import { memberRoleChanged } from '../events.ts';
import { roleKey } from '../roles.ts';

/**
 * Gives a member the role that a directory or identity provider says. Owners stay owners, nobody becomes one by it, who comes from above
 * keeps what they have there, and who is kept by a directory has what its groups say.
 */
export async function assignRole(
  tx: Tx,
  { organization, person, role }: { organization: Id<'organization'>; person: Id<'person'>; role: Role },
): Promise<void> {
  if (role.role === 'owner') return;
  const before = await tx.db
    .selectFrom('organizations.members')
    .select(['role', 'role_id'])
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .where('role', '!=', 'owner')
    // the directory's word stands
    .where('managed', '=', false)
    .forUpdate()
    .executeTakeFirst();
  const from = before && (before.role_id ?? before.role);
  const to = roleKey(role);
  if (!from || from === to) return;
  await tx.db
    .updateTable('organizations.members')
    .set((eb) => ({ role: role.role, role_id: role.roleId, version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  tx.emit(memberRoleChanged, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person, from, to },
  });
}
