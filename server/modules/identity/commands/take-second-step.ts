import type { Method } from '../../../kernel/auth/methods.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, assert, tooMany } from '../../../kernel/values/errors.ts';
import type { ProblemKind } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { attemptOver, wrongCode, wrongPasskey } from '../contract.ts';
import type { CodeWay } from '../contract.ts';
import { stepsDue } from '../domain/steps.ts';
import { signInRefused } from '../events.ts';
import { textCodeToOwner } from '../phones.ts';
import { mailCode } from '../sent-codes.ts';
import type { CameBy, Place } from '../sessions.ts';
import { logSignIn } from '../sign-ins.ts';
import { checkStep, findSteps } from '../steps.ts';
import type { Step, StepUse } from '../steps.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { NewSession } from './complete-sign-in.ts';

const triesPerAttempt = 5;
/** Wrong codes of one person within an hour, over all attempts. Only who knows the password can use them up. */
const triesPerHour = 20;

/**
 * Completes a sign-in with its second step. Wrong codes are counted before the answer leaves.
 * Errors: `wrong_code`, `wrong_passkey`, `attempt_over`, `too_many_requests`.
 */
export async function takeSecondStep(
  ctx: Ctx,
  { attempt, step, remember }: { attempt: string; step: Step; remember: boolean },
  from: Place,
): Promise<NewSession> {
  const outcome = await ctx.within(everything).transact(async (tx): Promise<NewSession | ProblemKind> => {
    const { person, methods, cameBy } = await findAttempt(tx, attempt);
    const due = stepsDue(methods, await findSteps(tx.db, person));
    if (!due.includes(step.kind) || !(await checkStep(tx, person, step, useOf(attempt), ctx.publicUrl)))
      return refuse(tx, { attempt, person, step, from });
    await tx.db
      .updateTable('identity.attempts')
      .set({ ended_at: tx.now })
      .where('token_hash', '=', hashToken(attempt))
      .execute();
    const shown = [...methods, step.kind];
    const signIn = await completeSignIn(tx, person, shown, from, { remember, cameBy });
    assert('session' in signIn, 'nothing is due after a second step');
    return signIn.session;
  });
  if ('code' in outcome) throw new Problem(outcome);
  return outcome;
}

/**
 * Sends the code for an attempt of somebody who takes their second step by mail or text.
 * Errors: `attempt_over`, `texting_off`, `too_many_requests`.
 */
export async function sendStepCode(
  ctx: Ctx,
  { attempt, by }: { attempt: string; by: CodeWay },
): Promise<void> {
  await ctx.within(everything).transact(async (tx) => {
    const { person, methods } = await findAttempt(tx, attempt);
    const kind = by === 'email' ? 'email_code' : 'message_code';
    if (!stepsDue(methods, await findSteps(tx.db, person)).includes(kind)) throw new Problem(attemptOver);
    const use = useOf(attempt);
    if (by === 'email') await mailCode(tx, person, use);
    else await textCodeToOwner(tx, ctx, { person, use, channel: by });
  });
}

const useOf = (attempt: string): StepUse => ({
  purpose: 'second_step',
  askedBy: hashToken(attempt).toString('hex'),
});

/** An attempt that can still be completed, locked. Errors: `attempt_over`, `too_many_requests`. */
export async function findAttempt(
  tx: Tx,
  attempt: string,
): Promise<{ person: Id<'person'>; methods: Method[]; cameBy: CameBy | null }> {
  const row = await tx.db
    .selectFrom('identity.attempts as a')
    .innerJoin('identity.people as p', 'p.id', 'a.person_id')
    .select(['a.person_id', 'a.methods', 'a.came_by', 'a.came_until'])
    .where('a.token_hash', '=', hashToken(attempt))
    .where('a.ended_at', 'is', null)
    .where('a.expires_at', '>', tx.now)
    .where('a.tries', '<', triesPerAttempt)
    .where('p.disabled_at', 'is', null)
    .forUpdate('a')
    .executeTakeFirst();
  if (!row) throw new Problem(attemptOver);
  const cameBy = row.came_by && row.came_until ? { id: row.came_by, until: row.came_until } : null;
  const { wrong } = await tx.db
    .selectFrom('identity.attempts')
    .select((eb) => eb.fn.sum<bigint | null>('tries').as('wrong'))
    .where('person_id', '=', row.person_id)
    .where('began_at', '>', new Date(tx.now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  if (Number(wrong ?? 0) >= triesPerHour) throw new Problem(tooMany, { facts: { retryAfter: 600 } });
  return { person: row.person_id as Id<'person'>, methods: row.methods as Method[], cameBy };
}

async function refuse(
  tx: Tx,
  { attempt, person, step, from }: { attempt: string; person: Id<'person'>; step: Step; from: Place },
): Promise<ProblemKind> {
  await tx.db
    .updateTable('identity.attempts')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', hashToken(attempt))
    .execute();
  tx.emit(signInRefused, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { why: 'wrong_code' },
  });
  logSignIn(tx, { id: tx.newId(), person, methods: [step.kind], from, refused: 'wrong_code' });
  return step.kind === 'passkey' ? wrongPasskey : wrongCode;
}
