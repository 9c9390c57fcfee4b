import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';

/** The service whose end waits for an approval. Errors: `not_found`, `wrong_state`. */
export async function findWaitingEnd(
  db: Db,
  { organization, change }: { organization: Id<'organization'>; change: Id<'change'> },
): Promise<{ service: Id<'service'> }> {
  const row = await db
    .selectFrom('orders.changes')
    .select(['service_id', 'state', 'ends'])
    .where('organization_id', '=', organization)
    .where('id', '=', change)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (!row.ends || row.state !== 'awaiting_approval') throw new Problem(wrongState);
  return { service: row.service_id as Id<'service'> };
}
