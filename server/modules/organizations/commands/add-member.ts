import type { MemberRole } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { alreadyMember } from '../contract.ts';
import { memberJoined } from '../events.ts';

export async function addMember(
  tx: Tx,
  {
    organization,
    person,
    role,
  }: { organization: Id<'organization'>; person: Id<'person'>; role: MemberRole },
): Promise<void> {
  const added = await tx.db
    .insertInto('organizations.members')
    .values({ organization_id: organization, person_id: person, role, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!added) throw new Problem(alreadyMember);
  tx.emit(memberJoined, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { personId: person, role },
  });
}
