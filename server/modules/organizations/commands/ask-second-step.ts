import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { secondStepAsked } from '../events.ts';

/** Lets in only members who take a second step, or everybody again. Who has none may then only set one up. */
export async function askSecondStep(tx: Tx, organization: Id<'organization'>, asked: boolean): Promise<void> {
  const changed = await tx.db
    .updateTable('organizations.organizations')
    .set((eb) => ({ asks_second_step: asked, version: eb('version', '+', 1) }))
    .where('id', '=', organization)
    .where('asks_second_step', '!=', asked)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  tx.emit(secondStepAsked, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { asked },
  });
}
