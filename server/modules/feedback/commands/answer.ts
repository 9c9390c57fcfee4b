import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ratingFinal } from '../contract.ts';
import type { Question } from '../contract.ts';
import { ratingGiven } from '../events.ts';
import { questionOf, requireQuestion } from '../find-question.ts';
import type { Which } from '../find-question.ts';

/**
 * Keeps a score and what was said with it; the same again changes nothing. The first answer decides until when it can be changed.
 * Errors: `unknown_rating`, `rating_expired`, `rating_final`.
 */
export async function answer(
  tx: Tx,
  { score, comment: sent, ...which }: Which & { score: number; comment?: string | undefined },
  session: Session | null,
): Promise<Question> {
  const found = await requireQuestion(tx.db, which, session, { lock: true });
  const { state } = questionOf(found, tx.now);
  if (state === 'final') throw new Problem(ratingFinal);
  const comment = sent === undefined ? found.comment : sent || null;
  const now = { ...found, score, comment, answered_at: found.answered_at ?? tx.now };
  if (score === found.score && comment === found.comment) return questionOf(now, tx.now);
  await tx.db
    .updateTable('feedback.ratings')
    .set({
      state: 'answered',
      score,
      comment,
      answered_at: now.answered_at,
      changed_at: tx.now,
      remind_at: null,
    })
    .where('id', '=', found.id)
    .execute();
  if (score !== found.score) {
    tx.emit(ratingGiven, {
      organizationId: found.organization_id as Id<'organization'>,
      subject: { kind: 'ticket', id: found.ticket_id },
      data: { ratingId: found.id, score, first: found.score === null },
    });
  }
  return questionOf(now, tx.now);
}
