import type { Session } from '../../../kernel/auth/actor.ts';
import type { MemberRole } from '../../../kernel/auth/roles.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { invitationClosed, invitationForAnother } from '../contract.ts';
import { addMember } from './add-member.ts';

/** Joins the organization of an invitation. Needs a transaction that sees everything: the person is not a member yet. */
export async function acceptInvitation(
  tx: Tx,
  session: Session,
  token: string,
): Promise<{ slug: string; name: string; role: MemberRole }> {
  const invitation = await tx.db
    .updateTable('organizations.invitations')
    .set({ accepted_at: tx.now })
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['organization_id', 'email', 'role'])
    .executeTakeFirst();
  if (!invitation) throw new Problem(invitationClosed);
  if (invitation.email !== session.person.email) throw new Problem(invitationForAnother);
  const organization = invitation.organization_id as Id<'organization'>;
  const role = invitation.role as MemberRole;
  await addMember(tx, { organization, person: session.person.id, role });
  const { slug, name } = await tx.db
    .selectFrom('organizations.organizations')
    .select(['slug', 'name'])
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  return { slug, name, role };
}
