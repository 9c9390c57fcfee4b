import { everything } from '../../kernel/db/scope.ts';
import { person, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { manageSettings } from '../../kernel/settings-routes.ts';
import { askPhone, confirmPhone, removePhone } from './commands/manage-phone.ts';
import * as contract from './contract.ts';
import { countTexts, newNumbers } from './text-allowances.ts';

const path = '/api/me/phone';
const setUp = { door: person, proof: 'recent', beforeSecondStep: true, secret: true } as const;

export const phoneRoutes = [
  route({
    ...setUp,
    method: 'POST',
    path,
    summary: 'Have a code sent to a phone of yours, to add it or to put it in the place of the one you have.',
    limit: { per: 'person', points: 10, seconds: 600 },
    body: contract.phoneBody,
    output: contract.mailSent,
    status: 202,
    problems: [contract.textingOff],
    act: async (ctx, { body }, { session }) => {
      await askPhone(ctx, session, body);
      return { sent: true as const };
    },
  }),
  route({
    ...setUp,
    method: 'PUT',
    path,
    summary: 'Confirm the phone with the code that was sent to it.',
    limit: { per: 'person', points: 10, seconds: 60 },
    body: contract.confirmBody,
    output: contract.newCodesShape,
    problems: [contract.wrongCode],
    act: async (ctx, { body }, call) => {
      const { recoveryCodes, renewed } = await confirmPhone(ctx, call.session, body.code);
      call.startSession(renewed.token, renewed.expiresAt);
      return { recoveryCodes };
    },
  }),
  route({
    method: 'DELETE',
    path,
    summary: 'Send no more codes to your phone, and forget it.',
    door: person,
    proof: 'recent',
    output: nothing,
    problems: [contract.lastSecondStep],
    within: everything,
    write: async (tx, _input, { session }) => {
      await removePhone(tx, session);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/texting',
    summary: 'How codes get to phones, and how many went to new numbers within a day.',
    door: staff(manageSettings),
    output: contract.textingShape,
    act: async (ctx) => {
      const { channels, delivers } = ctx.ports.texting;
      const count = await ctx.read((db) => countTexts(db, newNumbers, ctx.clock.now()));
      return { channels: [...channels], delivers, newNumbers: count };
    },
  }),
];
