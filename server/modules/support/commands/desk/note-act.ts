import type { z } from 'zod';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { deskActDone } from '../../events.ts';

/** Says in a ticket's history, for staff alone, what was done for the client beside it. Errors: `not_found`. */
export async function noteDeskAct(
  tx: Tx,
  ticket: Id<'ticket'>,
  data: z.input<typeof deskActDone.data>,
): Promise<void> {
  const row = await tx.db
    .selectFrom('support.tickets')
    .select('organization_id')
    .where('id', '=', ticket)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  tx.emit(deskActDone, {
    organizationId: row.organization_id as Id<'organization'>,
    subject: { kind: 'ticket', id: ticket },
    data,
  });
}
