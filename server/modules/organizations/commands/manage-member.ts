import type { MemberRole } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lastOwner } from '../contract.ts';
import { memberRemoved, memberRoleChanged } from '../events.ts';

export async function changeMemberRole(
  tx: Tx,
  {
    organization,
    person,
    version,
    role,
  }: { organization: Id<'organization'>; person: Id<'person'>; version: number; role: MemberRole },
): Promise<void> {
  const from = await lockMember(tx, organization, person);
  if (from.version !== version) throw new Problem(changedMeanwhile);
  if (from.role === role) return;
  if (from.role === 'owner') await keepAnOwner(tx, organization, person);
  await tx.db
    .updateTable('organizations.members')
    .set({ role, version: version + 1 })
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  tx.emit(memberRoleChanged, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person, from: from.role, to: role },
  });
}

/** Ends a membership; it holds from the next request on, since memberships are read with each. */
export async function removeMember(
  tx: Tx,
  organization: Id<'organization'>,
  person: Id<'person'>,
): Promise<void> {
  const { role } = await lockMember(tx, organization, person);
  if (role === 'owner') await keepAnOwner(tx, organization, person);
  await tx.db
    .deleteFrom('organizations.members')
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .execute();
  tx.emit(memberRemoved, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person },
  });
}

async function lockMember(tx: Tx, organization: Id<'organization'>, person: Id<'person'>) {
  const row = await tx.db
    .selectFrom('organizations.members')
    .select(['role', 'version'])
    .where('organization_id', '=', organization)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return { role: row.role as MemberRole, version: row.version };
}

/** Locks the owners' rows, so that two owners who leave at once cannot both go. */
async function keepAnOwner(tx: Tx, organization: Id<'organization'>, leaving: Id<'person'>): Promise<void> {
  const owners = await tx.db
    .selectFrom('organizations.members')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('role', '=', 'owner')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  if (owners.every((owner) => owner.person_id === leaving)) throw new Problem(lastOwner);
}
