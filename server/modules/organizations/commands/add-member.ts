import type { MemberRole } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { alreadyMember } from '../contract.ts';
import { builtIn, unnarrowed } from '../domain/standing.ts';
import type { Narrowing, Role } from '../domain/standing.ts';
import { memberJoined } from '../events.ts';
import { roleKey } from '../roles.ts';

export interface NewMember {
  organization: Id<'organization'>;
  person: Id<'person'>;
  role: MemberRole | Role;
  narrowing?: Narrowing;
  invitedBy?: Id<'person'>;
  /** By the organization's directory. */
  managed?: boolean;
}

/** Errors: `already_member`. */
export async function addMember(
  tx: Tx,
  { organization, person, role: given, narrowing = unnarrowed, invitedBy, managed = false }: NewMember,
): Promise<void> {
  const role = typeof given === 'string' ? builtIn(given) : given;
  const added = await tx.db
    .insertInto('organizations.members')
    .values({
      organization_id: organization,
      person_id: person,
      role: role.role,
      role_id: role.roleId,
      services: narrowing.services as string[] | null,
      spending_limit: narrowing.limit,
      until: narrowing.until,
      invited_by: invitedBy ?? null,
      managed,
      since: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!added) throw new Problem(alreadyMember);
  tx.emit(memberJoined, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person, role: roleKey(role) },
  });
}
