import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { cannotApprove } from '../contract.ts';
import { mayApprove } from '../domain/may-approve.ts';
import { recoveryApproved } from '../events.ts';
import { findPersonToRecover } from '../recoveries.ts';

/** A second administrator agrees that an administrator is let in again. Errors: `not_found`, `cannot_approve_recovery`. */
export async function approveRecovery(
  tx: Tx,
  person: Id<'person'>,
  administrator: Id<'person'>,
): Promise<void> {
  const row = await tx.db
    .selectFrom('identity.recoveries')
    .select(['id', 'began_by', 'approved_at'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const may = mayApprove(
    {
      person,
      beganBy: row.began_by,
      approved: row.approved_at !== null,
      ofAdministrator: (await findPersonToRecover(tx.db, person))?.administrator ?? false,
    },
    administrator,
  );
  if (may !== true) throw new Problem(cannotApprove, { facts: { reason: may.no } });
  await tx.db
    .updateTable('identity.recoveries')
    .set({ approved_by: administrator, approved_at: tx.now })
    .where('id', '=', row.id)
    .execute();
  tx.emit(recoveryApproved, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { recoveryId: row.id },
  });
}
