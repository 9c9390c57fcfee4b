import { everything } from '../../kernel/db/scope.ts';
import { person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { addAuthenticator, confirmAuthenticator, setMailCodes } from './commands/manage-factors.ts';
import * as contract from './contract.ts';
import { findFactors } from './factor-queries.ts';
import { recoveryCodesWereMade } from './factor-messages.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { renewSession } from './sessions.ts';
import { findSteps } from './steps.ts';

const base = '/api/me/authenticators';
const reminderDays = 30;
/** To set a second step up, also for whoever must before anything else. */
const setUp = { door: person, proof: 'recent', beforeSecondStep: true } as const;

export const factorRoutes = [
  route({
    method: 'GET',
    path: '/api/me/factors',
    summary: 'What you sign in with besides your password.',
    door: person,
    beforeSecondStep: true,
    output: contract.factorsShape,
    act: (ctx, _input, { session, now }) =>
      ctx.read((db) => findFactors(db, session, now, ctx.ports.texting.channels)),
  }),
  route({
    ...setUp,
    method: 'POST',
    path: base,
    summary: 'Begin to add an authenticator app; its first code confirms it.',
    secret: true,
    limit: { per: 'person', points: 20, seconds: 600 },
    body: contract.nameBody,
    output: contract.newAuthenticatorShape,
    status: 201,
    problems: [contract.tooManyFactors],
    act: (ctx, { body }, { session }) => addAuthenticator(ctx, session, body.name),
  }),
  route({
    ...setUp,
    method: 'POST',
    path: `${base}/:factor/confirmation`,
    summary: 'Confirm an authenticator app with its first code.',
    secret: true,
    limit: { per: 'person', points: 10, seconds: 60 },
    params: contract.factorParams,
    body: contract.confirmBody,
    output: contract.newCodesShape,
    problems: [contract.wrongCode],
    act: async (ctx, { params, body }, call) => {
      const { id } = call.session.person;
      const { recoveryCodes, renewed } = await ctx.within(everything).transact(async (tx) => ({
        recoveryCodes: await confirmAuthenticator(tx, id, { id: params.factor, code: body.code }),
        renewed: await renewSession(tx, call.session.id, 'authenticator'),
      }));
      call.startSession(renewed.token, renewed.expiresAt);
      return { recoveryCodes };
    },
  }),
  route({
    ...setUp,
    method: 'PUT',
    path: '/api/me/mail-codes',
    summary: 'Turn codes by mail on or off as second step.',
    secret: true,
    body: contract.mailCodesBody,
    output: contract.newCodesShape,
    problems: [contract.lastSecondStep],
    within: everything,
    write: async (tx, { body }, { session }) => ({
      recoveryCodes: await setMailCodes(tx, session, body.on),
    }),
  }),
  route({
    method: 'PUT',
    path: '/api/me/recovery-codes',
    summary: 'Make new recovery codes; the old ones work no more.',
    door: person,
    proof: 'recent',
    secret: true,
    limit: { per: 'person', points: 10, seconds: 600 },
    output: contract.newCodesShape,
    problems: [contract.noSecondStep],
    within: everything,
    write: async (tx, _input, { session }) => {
      if ((await findSteps(tx.db, session.person.id)).length === 0) throw new Problem(contract.noSecondStep);
      const recoveryCodes = await makeRecoveryCodes(tx, session.person.id);
      tx.tell(recoveryCodesWereMade, {
        to: { person: session.person.id },
        occurrence: tx.newId(),
        data: {},
      });
      return { recoveryCodes };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/me/factor-reminder',
    summary: 'Let the reminder to set up a second step rest for a while.',
    door: person,
    output: nothing,
    within: everything,
    write: async (tx, _input, { session }) => {
      await tx.db
        .updateTable('identity.people')
        .set({ reminder_rests_until: new Date(tx.now.getTime() + reminderDays * 86_400_000) })
        .where('id', '=', session.person.id)
        .execute();
      return undefined;
    },
  }),
];
