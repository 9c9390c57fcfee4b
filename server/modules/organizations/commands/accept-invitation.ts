import type { Session } from '../../../kernel/auth/actor.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { invitationClosed, invitationForAnother } from '../contract.ts';
import type { Role } from '../domain/standing.ts';
import { findOrganization } from '../queries.ts';
import { findRole } from '../roles.ts';
import { addMember } from './add-member.ts';

/** Joins the organization of an invitation. Needs a transaction that sees everything: the person is not a member yet. */
export async function acceptInvitation(
  tx: Tx,
  session: Session,
  token: string,
): Promise<{ slug: string; name: string; role: Role['role'] }> {
  const invitation = await tx.db
    .updateTable('organizations.invitations')
    .set({ accepted_at: tx.now })
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning([
      'organization_id',
      'email',
      'role',
      'role_id',
      'services',
      'spending_limit',
      'until',
      'invited_by',
    ])
    .executeTakeFirst();
  if (!invitation) throw new Problem(invitationClosed);
  if (invitation.email !== session.person.email) throw new Problem(invitationForAnother);
  const organization = invitation.organization_id as Id<'organization'>;
  const { slug, name, timeZone } = await findOrganization(tx.db, organization);
  if (invitation.until !== null && invitation.until < dateIn(timeZone, tx.now))
    throw new Problem(invitationClosed);
  const role = await findRole(tx.db, organization, invitation.role_id ?? invitation.role);
  await addMember(tx, {
    organization,
    person: session.person.id,
    role,
    narrowing: {
      services: invitation.services as Id<'service'>[] | null,
      limit: invitation.spending_limit,
      until: invitation.until as CalendarDate | null,
    },
    invitedBy: invitation.invited_by as Id<'person'>,
  });
  return { slug, name, role: role.role };
}
