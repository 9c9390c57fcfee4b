import type { Session } from '../../../kernel/auth/actor.ts';
import type { Method } from '../../../kernel/auth/methods.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongCode, wrongPasskey, wrongPassword } from '../contract.ts';
import type { CodeWay, Proofs } from '../contract.ts';
import { proofsOffered } from '../domain/steps.ts';
import { personProven } from '../events.ts';
import { checkPassword } from '../passwords.ts';
import { renewSession } from '../sessions.ts';
import type { StartedSession } from '../sessions.ts';
import { findPhoneHint, textCodeToOwner } from '../phones.ts';
import { mailCode } from '../sent-codes.ts';
import { checkStep, findSteps } from '../steps.ts';
import type { Step, StepUse } from '../steps.ts';

export type Proof = { kind: 'password'; password: string } | Step;

/** The ways in which somebody signed in can show that it is still them, the best first. */
export async function findProofs(db: Db, { id, person: { id: person } }: Session): Promise<Proofs> {
  const { came_by } = await db
    .selectFrom('identity.sessions')
    .select('came_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const has = await findSteps(db, person);
  const methods = proofsOffered(has, (await findPassword(db, person)) !== null, came_by !== null);
  return { methods, phone: methods.includes('message_code') ? await findPhoneHint(db, person) : null };
}

const useOf = ({ id }: Session): StepUse => ({ purpose: 'proof', askedBy: id });

/** Sends the code with which a session proves again. Errors: `no_second_step`, `texting_off`, `too_many_requests`. */
export async function sendProofCode(ctx: Ctx, session: Session, by: CodeWay): Promise<void> {
  const person = session.person.id;
  const use = useOf(session);
  await ctx
    .within(everything)
    .transact((tx) =>
      by === 'email' ? mailCode(tx, person, use) : textCodeToOwner(tx, ctx, { person, use, channel: by }),
    );
}

/**
 * Renews a session's proof, as sensitive acts ask for one that is fresh; the session gets a new token.
 * Errors: `wrong_password`, `wrong_code`, `wrong_passkey`.
 */
export async function proveAgain(ctx: Ctx, session: Session, proof: Proof): Promise<StartedSession> {
  const system = ctx.within(everything);
  const person = session.person.id;
  const stored = await system.read((db) => findPassword(db, person));
  // Outside any transaction, since it takes far longer than everything else.
  const right = proof.kind === 'password' && (await checkPassword(stored, proof.password));
  const renewed = await system.transact(async (tx) => {
    // The provider is asked elsewhere, and whether it could be does not matter to the other ways.
    if (!proofsOffered(await findSteps(tx.db, person), stored !== null, false).includes(proof.kind))
      return null;
    if (
      !(proof.kind === 'password' ? right : await checkStep(tx, person, proof, useOf(session), ctx.publicUrl))
    )
      return null;
    return provenAgain(tx, { session: session.id, person, by: proof.kind });
  });
  if (renewed) return renewed;
  if (proof.kind === 'passkey') throw new Problem(wrongPasskey);
  throw proof.kind === 'password'
    ? new Problem(wrongPassword, {
        fields: [{ path: 'password', code: 'wrong_password', message: 'not your password' }],
      })
    : new Problem(wrongCode, { fields: [{ path: 'code', code: 'wrong_code', message: 'not right' }] });
}

/** Notes that somebody showed anew who they are, which gives their session a new token. */
export async function provenAgain(
  tx: Tx,
  { session, person, by }: { session: Id<'session'>; person: Id<'person'>; by: Method },
): Promise<StartedSession> {
  tx.emit(personProven, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { method: by },
  });
  return renewSession(tx, session, by);
}

async function findPassword(db: Db, person: Id<'person'>): Promise<string | null> {
  const { password_hash } = await db
    .selectFrom('identity.people')
    .select('password_hash')
    .where('id', '=', person)
    .executeTakeFirstOrThrow();
  return password_hash;
}
