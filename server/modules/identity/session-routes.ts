import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import type { SignIn } from './commands/complete-sign-in.ts';
import { choosePassword } from './commands/choose-password.ts';
import { endSession } from './commands/end-session.ts';
import { findProofs, proveAgain, sendProofCode } from './commands/prove-again.ts';
import { setUp } from './commands/set-up.ts';
import { signIn } from './commands/sign-in.ts';
import { sendStepCode, takeSecondStep } from './commands/take-second-step.ts';
import * as contract from './contract.ts';
import { describeSession } from './queries.ts';

const strict = { per: 'address', points: 20, seconds: 60 } as const;
const beforeSignIn = anyone('whoever signs in or up is not signed in yet');

/** Hands the session out, or says which second step is missing. */
export function answerSignIn(
  outcome: SignIn,
  call: { startSession(token: string, expiresAt: Date, device?: string): void },
): contract.StepDue | undefined {
  if ('due' in outcome) return { ...outcome.due, expiresAt: outcome.due.expiresAt.toISOString() };
  const { token, expiresAt, device } = outcome.session;
  call.startSession(token, expiresAt, device);
  return undefined;
}

export const sessionRoutes = [
  route({
    method: 'PUT',
    path: '/api/password',
    summary: 'Choose a password with a mailed link; signs in.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.choosePasswordBody,
    output: contract.signInAnswer,
    problems: [contract.linkUsedUp, contract.ssoRequired, contract.busyHashing],
    act: async (ctx, { body }, call) => answerSignIn(await choosePassword(ctx, body, call), call),
  }),
  route({
    method: 'PUT',
    path: '/api/setup',
    summary: 'Become the first administrator with the link printed at the first start; signs in.',
    door: anyone('nobody exists yet who could sign in'),
    limit: strict,
    secret: true,
    body: contract.setUpBody,
    output: contract.signInAnswer,
    problems: [contract.alreadySetUp, contract.busyHashing],
    act: async (ctx, { body }, call) => answerSignIn(await setUp(ctx, body, call), call),
  }),
  route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in; the answer says which second step is missing, if one is.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.signInBody,
    output: contract.signInAnswer,
    problems: [contract.wrongCredentials, contract.ssoRequired, contract.busyHashing],
    act: async (ctx, { body }, call) => answerSignIn(await signIn(ctx, body, call), call),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-step',
    summary: 'Complete a sign-in with its second step; `remember`: this device goes without it for a while.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.stepBody,
    output: nothing,
    problems: [contract.wrongCode, contract.wrongPasskey, contract.attemptOver],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt, device } = await takeSecondStep(ctx, body, call);
      call.startSession(token, expiresAt, device);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/second-step/code',
    summary: 'Have the code for the second step mailed or sent to your phone.',
    door: beforeSignIn,
    limit: strict,
    secret: true,
    body: contract.stepCodeBody,
    output: contract.mailSent,
    status: 202,
    problems: [contract.attemptOver, contract.textingOff],
    act: async (ctx, { body }) => {
      await sendStepCode(ctx, body);
      return { sent: true as const };
    },
  }),
  route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and what they may do.',
    door: person,
    beforeSecondStep: true,
    output: contract.sessionShape,
    act: async (ctx, _input, { session }) => describeSession(session, ctx.product.permissions),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out.',
    door: person,
    beforeSecondStep: true,
    output: nothing,
    write: async (tx, _input, call) => {
      await endSession(tx, call.session.person.id, call.session.id);
      call.endSession();
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/session/proof',
    summary: 'How you can prove that it is still you.',
    door: person,
    beforeSecondStep: true,
    output: contract.proofsShape,
    act: (ctx, _input, { session }) => ctx.within(everything).read((db) => findProofs(db, session)),
  }),
  route({
    method: 'PUT',
    path: '/api/session/proof',
    summary: 'Prove that it is still you, as sensitive acts ask.',
    door: person,
    beforeSecondStep: true,
    secret: true,
    limit: { per: 'person', points: 10, seconds: 60 },
    body: contract.proofBody,
    output: nothing,
    problems: [contract.wrongPassword, contract.wrongCode, contract.wrongPasskey, contract.busyHashing],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt } = await proveAgain(ctx, call.session, body);
      call.startSession(token, expiresAt);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/session/proof/code',
    summary: 'Have a code mailed or sent to your phone with which to prove that it is still you.',
    door: person,
    beforeSecondStep: true,
    secret: true,
    limit: { per: 'person', points: 10, seconds: 600 },
    body: contract.proofCodeBody,
    output: contract.mailSent,
    status: 202,
    problems: [contract.noSecondStep, contract.textingOff],
    act: async (ctx, { body }, { session }) => {
      await sendProofCode(ctx, session, body?.by ?? 'email');
      return { sent: true as const };
    },
  }),
];
