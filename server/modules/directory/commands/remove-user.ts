import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import { userRemoved } from '../events.ts';
import { lockUser } from '../queries/users.ts';
import { leave } from './membership.ts';

/**
 * Forgets a user and ends the membership; the person and their account stay. Answers the userName. Errors: `not_found`,
 * `changed_meanwhile`, `last_owner`.
 */
export async function removeUser(
  tx: Tx,
  { organization, user, version }: { organization: Id<'organization'>; user: string; version: number },
): Promise<string> {
  const row = await lockUser(tx.db, organization, user);
  if (version !== 0 && version !== row.version) throw new Problem(changedMeanwhile);
  if (row.active) await leave(tx, organization, row.person_id);
  await tx.db
    .deleteFrom('directory.users')
    .where('organization_id', '=', organization)
    .where('id', '=', row.id)
    .execute();
  tx.emit(userRemoved, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { userId: row.id, personId: row.person_id },
  });
  return row.user_name;
}
