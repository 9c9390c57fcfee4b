import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { EventKind } from '../../../kernel/events/define.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { followUpNotOpen } from '../contract.ts';
import { followUpDone, followUpTaken } from '../events.ts';

/** Somebody looks into a bad rating, so that nobody else needs to. Errors: `not_found`, `follow_up_not_open`. */
export async function takeFollowUp(
  tx: Tx,
  { person }: Session,
  { rating }: { rating: Id<'rating'> },
): Promise<void> {
  const found = await lock(tx, rating);
  if (found.follow_up === 'taken' && found.taken_by === person.id) return;
  if (found.follow_up !== 'open') throw new Problem(followUpNotOpen);
  await tx.db
    .updateTable('feedback.ratings')
    .set({ follow_up: 'taken', taken_by: person.id, taken_at: tx.now })
    .where('id', '=', rating)
    .execute();
  tell(tx, followUpTaken, rating, found);
}

/** What was done about it; who says so has taken it, where nobody had. Errors: `not_found`, `follow_up_not_open`. */
export async function finishFollowUp(
  tx: Tx,
  { person }: Session,
  { rating, outcome }: { rating: Id<'rating'>; outcome: string },
): Promise<void> {
  const found = await lock(tx, rating);
  if (found.follow_up === 'done') throw new Problem(followUpNotOpen);
  await tx.db
    .updateTable('feedback.ratings')
    .set({
      follow_up: 'done',
      taken_by: found.taken_by ?? person.id,
      taken_at: found.taken_at ?? tx.now,
      done_by: person.id,
      done_at: tx.now,
      outcome,
    })
    .where('id', '=', rating)
    .execute();
  tell(tx, followUpDone, rating, found);
}

async function lock(tx: Tx, rating: Id<'rating'>) {
  const row = await tx.db
    .selectFrom('feedback.ratings as r')
    .innerJoin('support.tickets as t', 't.id', 'r.ticket_id')
    .select(['r.follow_up', 'r.taken_by', 'r.taken_at', 'r.ticket_id', 't.organization_id'])
    .where('r.id', '=', rating)
    .where('r.follow_up', 'is not', null)
    .forUpdate('r')
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}

function tell(
  tx: Tx,
  event: EventKind<string, { ratingId: string }>,
  rating: Id<'rating'>,
  { ticket_id: ticket, organization_id: organization }: { ticket_id: string; organization_id: string },
): void {
  tx.emit(event, {
    organizationId: organization as Id<'organization'>,
    subject: { kind: 'ticket', id: ticket },
    data: { ratingId: rating },
  });
}
