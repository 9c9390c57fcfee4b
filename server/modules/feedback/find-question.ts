import { hashToken } from '../../kernel/crypto.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Session } from '../../kernel/auth/actor.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { ratingExpired, unknownRating } from './contract.ts';
import type { Question } from './contract.ts';
import { changeUntil, standingOf } from './domain/answering.ts';

export interface Which {
  token?: string | undefined;
  rating?: Id<'rating'> | undefined;
}

/** The question that a mailed link is for, or that somebody signed in was asked. Errors: `unknown_rating`. */
export async function requireQuestion(
  db: Db,
  { token, rating }: Which,
  session: Session | null,
  { lock = false } = {},
) {
  const hash = token ? hashToken(token) : null;
  const person = session?.person.id;
  if (!hash && !(rating && person)) throw new Problem(unknownRating);
  const row = await db
    .selectFrom('feedback.ratings as r')
    .innerJoin('support.tickets as t', 't.id', 'r.ticket_id')
    .select(['r.id', 'r.ticket_id', 'r.score', 'r.comment', 'r.answered_at', 'r.expires_at'])
    .select(['t.number', 't.subject', 't.organization_id'])
    .$if(hash !== null, (query) =>
      query.where((eb) => eb.or([eb('r.token_hash', '=', hash), eb('r.reminder_hash', '=', hash)])),
    )
    .$if(hash === null, (query) => query.where('r.id', '=', rating!).where('r.person_id', '=', person!))
    .where('r.asked_at', 'is not', null)
    .$if(lock, (query) => query.forUpdate('r'))
    .executeTakeFirst();
  if (!row) throw new Problem(unknownRating);
  return { ...row, score: row.score === null ? null : Number(row.score), expires_at: row.expires_at! };
}
export type FoundQuestion = Awaited<ReturnType<typeof requireQuestion>>;

/** Errors: `rating_expired` when nobody answered in time. */
export function questionOf(found: FoundQuestion, now: Date): Question {
  const { answered_at: answeredAt, expires_at: expiresAt } = found;
  const state = standingOf({ answeredAt, expiresAt }, now);
  if (state === 'expired') throw new Problem(ratingExpired);
  return {
    ticket: { number: Number(found.number), subject: found.subject },
    state,
    score: found.score,
    comment: found.comment,
    until: (answeredAt ? changeUntil(answeredAt) : expiresAt).toISOString(),
  };
}
