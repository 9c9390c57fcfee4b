import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route } from '../../kernel/http/route.ts';
import { addPasskey, beginPasskey } from './commands/add-passkey.ts';
import { signInWithPasskey } from './commands/sign-in-with-passkey.ts';
import { findAttempt } from './commands/take-second-step.ts';
import * as contract from './contract.ts';
import { askPasskey } from './passkeys.ts';
import { answerSignIn } from './session-routes.ts';

const base = '/api/me/passkeys';
const setUp = { door: person, proof: 'recent', beforeSecondStep: true, secret: true } as const;
const beforeSignIn = anyone('whoever signs in or up is not signed in yet');
/** Each look at the sign-in page asks for a challenge. */
const often = { per: 'address', points: 120, seconds: 60 } as const;

export const passkeyRoutes = [
  route({
    method: 'POST',
    path: '/api/session/passkey/options',
    summary: 'What a passkey has to sign to sign in.',
    door: beforeSignIn,
    limit: often,
    secret: true,
    output: contract.passkeyOptions,
    act: async (ctx) => ({
      ...(await ctx.within(everything).transact((tx) => askPasskey(tx, ctx.publicUrl, 'sign_in', null))),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/session/passkey',
    summary: 'Sign in with a passkey.',
    door: beforeSignIn,
    limit: { per: 'address', points: 20, seconds: 60 },
    secret: true,
    body: contract.passkeyBody,
    output: contract.signInAnswer,
    problems: [contract.wrongPasskey],
    act: async (ctx, { body }, call) => answerSignIn(await signInWithPasskey(ctx, body.response, call), call),
  }),
  route({
    method: 'POST',
    path: '/api/session/second-step/passkey/options',
    summary: 'What a passkey has to sign as second step.',
    door: beforeSignIn,
    limit: often,
    secret: true,
    body: contract.attemptBody,
    output: contract.passkeyOptions,
    problems: [contract.attemptOver],
    act: async (ctx, { body }) =>
      ctx.within(everything).transact(async (tx) => {
        const found = await findAttempt(tx, body.attempt);
        return { ...(await askPasskey(tx, ctx.publicUrl, 'second_step', found.person)) };
      }),
  }),
  route({
    method: 'POST',
    path: '/api/session/proof/passkey/options',
    summary: 'What a passkey has to sign to prove that it is still you.',
    door: person,
    beforeSecondStep: true,
    secret: true,
    output: contract.passkeyOptions,
    act: async (ctx, _input, { session }) => ({
      ...(await ctx
        .within(everything)
        .transact((tx) => askPasskey(tx, ctx.publicUrl, 'proof', session.person.id))),
    }),
  }),
  route({
    ...setUp,
    method: 'POST',
    path: `${base}/options`,
    summary: 'What a new passkey has to sign.',
    output: contract.passkeyOptions,
    problems: [contract.tooManyFactors],
    act: async (ctx, _input, { session }) => ({ ...(await beginPasskey(ctx, session)) }),
  }),
  route({
    ...setUp,
    method: 'POST',
    path: base,
    summary: 'Add the passkey that was made.',
    limit: { per: 'person', points: 20, seconds: 600 },
    body: contract.newPasskeyBody,
    output: contract.newCodesShape,
    status: 201,
    problems: [contract.wrongPasskey],
    act: async (ctx, { body }, call) => {
      const { recoveryCodes, renewed } = await addPasskey(ctx, call.session, body);
      call.startSession(renewed.token, renewed.expiresAt);
      return { recoveryCodes };
    },
  }),
];
