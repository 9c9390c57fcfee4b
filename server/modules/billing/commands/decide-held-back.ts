import { sql } from 'kysely';
import { actorId } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { holdBilling } from '../../services/index.ts';
import { heldBackDecided } from '../events.ts';
import { beginBilling } from './run-billing.ts';

/**
 * Lets go all that is held back of who pays: to be billed however it looks, or to be looked at again since what was wrong has been
 * mended. A run begins at once. Errors: `not_found` where nothing is held back any more.
 */
export async function decideHeldBack(
  tx: Tx,
  payer: Id<'organization'>,
  decision: 'bill' | 'look_again',
): Promise<undefined> {
  const open = sql`payer_id = ${payer} and approved_at is null returning organization_id as organization, service_id as id`;
  const { rows } = await (
    decision === 'bill'
      ? sql<Which>`update billing.held_back set approved_at = ${tx.now}, approved_by = ${actorId(tx.actor)}::uuid where ${open}`
      : sql<Which>`delete from billing.held_back where ${open}`
  ).execute(tx.db);
  if (rows.length === 0) throw new Problem(notFound);
  await holdBilling(tx, rows, false);
  tx.emit(heldBackDecided, {
    organizationId: payer,
    subject: { kind: 'organization', id: payer },
    data: { decision },
  });
  tx.enqueue(beginBilling, {}, { key: 'begin' });
}

interface Which {
  organization: Id<'organization'>;
  id: Id<'service'>;
}
