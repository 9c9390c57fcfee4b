import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { alreadyInvited } from '../contract.ts';
import type { Narrowing } from '../domain/standing.ts';
import { invitationWithdrawn, memberInvited } from '../events.ts';
import { invitation as invitationMail } from '../messages.ts';
import { findRole, roleKey } from '../roles.ts';
import { requireSound } from './manage-member.ts';
import { requireMay } from './require-may.ts';

const daysValid = 7;

/**
 * Invites an address into the organization. The link works once, for seven days, and only for who signs in with that address. Errors:
 * `already_invited`, `unknown_role`, `owner_only`, `beyond_you`, `owners_have_all`, `date_past`.
 */
export async function inviteMember(
  tx: Tx,
  {
    organization,
    session,
    known,
    email,
    role: named,
    services,
    limit,
    until,
  }: {
    organization: Membership;
    session: Session;
    known: readonly Permission[];
    email: string;
    role: string;
  } & Narrowing,
): Promise<Id<'invitation'>> {
  const role = await findRole(tx.db, organization.id, named);
  await requireSound(tx, organization.id, { role: role.role, services, limit, until });
  requireMay(organization, { ...role, services, limit }, known);
  const token = randomToken();
  const id = tx.newId<'invitation'>();
  const expiresAt = new Date(tx.now.getTime() + daysValid * 86_400_000);
  await closeExpired(tx, organization.id, email);
  const added = await tx.db
    .insertInto('organizations.invitations')
    .values({
      organization_id: organization.id,
      id,
      email,
      role: role.role,
      role_id: role.roleId,
      services: services as string[] | null,
      spending_limit: limit,
      until,
      token_hash: hashToken(token),
      invited_by: session.person.id,
      created_at: tx.now,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(alreadyInvited);
  tx.emit(memberInvited, {
    organizationId: organization.id,
    subject: { kind: 'organization', id: organization.id },
    data: { invitationId: id, role: roleKey(role) },
  });
  tx.tell(invitationMail, {
    to: { address: email, name: email, locale: session.person.locale },
    organizationId: organization.id,
    occurrence: id,
    data: {
      token,
      organization: organization.name,
      invitedBy: session.person.name,
      role: role.name ?? role.role,
      days: daysValid,
    },
  });
  return id;
}

/** An invitation that ran out does not stand in the way of a new one. */
async function closeExpired(tx: Tx, organization: Id<'organization'>, email: string): Promise<void> {
  await tx.db
    .updateTable('organizations.invitations')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', tx.now)
    .execute();
}

export async function withdrawInvitation(
  tx: Tx,
  organization: Id<'organization'>,
  invitation: Id<'invitation'>,
): Promise<void> {
  const withdrawn = await tx.db
    .updateTable('organizations.invitations')
    .set({ revoked_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', invitation)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(invitationWithdrawn, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { invitationId: invitation },
  });
}
