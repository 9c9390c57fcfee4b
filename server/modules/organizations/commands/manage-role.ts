import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { roleInUse, roleNameTaken, unknownPermission } from '../contract.ts';
import { basics } from '../domain/standing.ts';
import { roleChanged, roleDeleted, roleMade } from '../events.ts';
import { findRole, roleKey } from '../roles.ts';
import { requireMay } from './require-may.ts';

interface Wanted {
  name: string;
  permissions: readonly string[];
}

/** Makes a role of the organization's own. Errors: `unknown_permission`, `beyond_you`, `role_name_taken`. */
export async function makeRole(
  tx: Tx,
  { by, person, known }: { by: Membership; person: Id<'person'>; known: readonly Permission[] },
  wanted: Wanted,
): Promise<void> {
  const permissions = checked(by, known, wanted.permissions);
  const id = tx.newId<'role'>();
  const added = await tx.db
    .insertInto('organizations.roles')
    .values({
      organization_id: by.id,
      id,
      name: wanted.name,
      permissions,
      created_by: person,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(roleNameTaken);
  tx.emit(roleMade, { ...about(by), data: { roleId: id, permissions } });
}

/** Errors: those of `makeRole`, `not_found`, `changed_meanwhile`. It holds for everybody who has it from the next request on. */
export async function changeRole(
  tx: Tx,
  {
    by,
    known,
    role,
    version,
  }: { by: Membership; known: readonly Permission[]; role: Id<'role'>; version: number },
  wanted: Wanted,
): Promise<void> {
  const before = await lockRole(tx, by.id, role);
  if (before.version !== version) throw new Problem(changedMeanwhile);
  requireMay(
    by,
    { role: 'custom', holds: before.permissions, services: null, limit: by.limit && BigInt(by.limit.amount) },
    known,
  );
  const permissions = checked(by, known, wanted.permissions);
  const taken = await tx.db
    .selectFrom('organizations.roles')
    .select('id')
    .where('organization_id', '=', by.id)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', wanted.name.toLowerCase()))
    .where('id', '<>', role)
    .executeTakeFirst();
  if (taken) throw new Problem(roleNameTaken);
  await tx.db
    .updateTable('organizations.roles')
    .set({ name: wanted.name, permissions, version: version + 1 })
    .where('organization_id', '=', by.id)
    .where('id', '=', role)
    .execute();
  tx.emit(roleChanged, { ...about(by), data: { roleId: role, from: before.permissions, to: permissions } });
}

/** Deletes a role; who has it gets `instead`. Errors: `not_found`, `role_in_use`, `unknown_role`, `beyond_you`, `owner_only`. */
export async function deleteRole(
  tx: Tx,
  {
    by,
    known,
    role,
    instead,
  }: { by: Membership; known: readonly Permission[]; role: Id<'role'>; instead?: string | undefined },
): Promise<void> {
  const before = await lockRole(tx, by.id, role);
  requireMay(
    by,
    { role: 'custom', holds: before.permissions, services: null, limit: by.limit && BigInt(by.limit.amount) },
    known,
  );
  const next = instead === undefined || instead === role ? null : await findRole(tx.db, by.id, instead);
  if (next) requireMay(by, { ...next, services: null, limit: by.limit && BigInt(by.limit.amount) }, known);
  for (const table of ['organizations.members', 'organizations.invitations'] as const) {
    const holders = tx.db
      .selectFrom(table)
      .select('organization_id')
      .where('organization_id', '=', by.id)
      .where('role_id', '=', role);
    if (!next && (await holders.limit(1).executeTakeFirst())) throw new Problem(roleInUse);
    if (!next) continue;
    await tx.db
      .updateTable(table)
      .set({
        role: next.role,
        role_id: next.roleId,
        // an owner is not narrowed
        ...(next.role === 'owner' ? { services: null, spending_limit: null, until: null } : {}),
      })
      .where('organization_id', '=', by.id)
      .where('role_id', '=', role)
      .execute();
  }
  await tx.db
    .deleteFrom('organizations.roles')
    .where('organization_id', '=', by.id)
    .where('id', '=', role)
    .execute();
  tx.emit(roleDeleted, { ...about(by), data: { roleId: role, instead: next && roleKey(next) } });
}

function checked(by: Membership, known: readonly Permission[], asked: readonly string[]): string[] {
  const offered = new Set(known.filter(({ members }) => members.length > 0).map(({ name }) => name));
  if (asked.some((name) => !offered.has(name))) throw new Problem(unknownPermission);
  const permissions = [...new Set([...basics, ...asked])].toSorted();
  requireMay(
    by,
    { role: 'custom', holds: permissions, services: null, limit: by.limit && BigInt(by.limit.amount) },
    known,
  );
  return permissions;
}

async function lockRole(tx: Tx, organization: Id<'organization'>, role: Id<'role'>) {
  const row = await tx.db
    .selectFrom('organizations.roles')
    .select(['permissions', 'version'])
    .where('organization_id', '=', organization)
    .where('id', '=', role)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}

const about = ({ id }: Membership) => ({ organizationId: id, subject: { kind: 'organization', id } });
