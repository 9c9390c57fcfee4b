import { everything } from '../../kernel/db/scope.ts';
import { person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { endOtherSessions, endSession } from './commands/end-session.ts';
import * as contract from './contract.ts';
import { listSessions } from './queries.ts';
import { forgetDevice, listRemembered } from './remembered-devices.ts';

export const deviceRoutes = [
  route({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'The devices you are signed in on.',
    door: person,
    output: contract.signedInList,
    read: async (db, _input, { session, now }) => ({
      items: await listSessions(db, session.person.id, session.lasts, { now, own: session.id }),
      lasts: session.lasts,
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Sign every other device out.',
    door: person,
    proof: 'recent',
    output: nothing,
    write: async (tx, _input, { session }) => {
      await endOtherSessions(tx, session.person.id, session.id);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions/:session',
    summary: 'Sign one device out.',
    door: person,
    proof: 'recent',
    params: contract.sessionParams,
    output: nothing,
    write: async (tx, { params }, { session }) => {
      await endSession(tx, session.person.id, params.session);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/devices',
    summary: 'The devices on which you sign in without the second step.',
    door: person,
    output: contract.rememberedList,
    act: async (ctx, _input, { session, device, now }) => ({
      items: await ctx
        .within(everything)
        .read((db) => listRemembered(db, session.person.id, { device, now })),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/devices/:device',
    summary: 'Ask for the second step on a device again.',
    door: person,
    params: contract.deviceParams,
    output: nothing,
    within: everything,
    write: async (tx, { params }, { session }) => {
      await forgetDevice(tx, session.person.id, params.device);
      return undefined;
    },
  }),
];
