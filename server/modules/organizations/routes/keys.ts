import type { Ctx } from '../../../kernel/context.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { member, route, staff } from '../../../kernel/http/route.ts';
import { makeKey } from '../commands/make-key.ts';
import { revokeKey } from '../commands/revoke-key.ts';
import { rotateKey } from '../commands/rotate-key.ts';
import * as contract from '../contract.ts';
import * as keys from '../key-contract.ts';
import { keyPermissions } from '../domain/key-permissions.ts';
import * as may from '../permissions.ts';
import { listClientKeys, listKeys } from '../queries/keys.ts';

const base = '/api/organizations/:organization/keys';
const clientBase = '/api/console/clients/:organization/keys';
const offeredBy = ({ product }: Ctx) => keyPermissions(product.routes);

export const keyRoutes = [
  route({
    method: 'GET',
    path: base,
    summary:
      'Your own API keys and, where you manage them, those of the organization; with what a key can be given.',
    door: member(may.ownKeys),
    params: contract.organizationParams,
    output: keys.keyList,
    act: (ctx, _input, { organization, session, now }) => {
      const asking = { membership: organization, person: session.person.id };
      return ctx.read((db) => listKeys(db, asking, offeredBy(ctx), now));
    },
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Make an API key that holds no more than one holds oneself. Its token is answered once.',
    door: member(may.ownKeys),
    proof: 'recent',
    secret: true,
    params: contract.organizationParams,
    body: keys.keyBody,
    output: keys.keyMadeShape,
    status: 201,
    problems: [
      contract.unknownPermission,
      contract.beyondYou,
      keys.ownMembershipOnly,
      keys.keyNameTaken,
      keys.tooManyKeys,
      keys.tooManyOwnKeys,
    ],
    act: async (ctx, { body }, { organization, session }) => {
      const maker = { by: organization, person: session.person, offered: offeredBy(ctx) };
      return { token: await ctx.transact((tx) => makeKey(tx, maker, body)) };
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:apiKey/rotate`,
    summary: 'Give an API key a new token and a new end. The old token stays good for the hours of grace.',
    door: member(may.ownKeys),
    proof: 'recent',
    secret: true,
    params: keys.keyParams,
    body: keys.rotateBody,
    output: keys.keyMadeShape,
    problems: [contract.beyondYou],
    act: async (ctx, { params, body }, { organization, session }) => {
      const maker = { by: organization, person: session.person, offered: offeredBy(ctx) };
      return { token: await ctx.transact((tx) => rotateKey(tx, maker, params.apiKey, body)) };
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:apiKey`,
    summary: 'Revoke an API key at once and for good.',
    door: member(may.ownKeys),
    params: keys.keyParams,
    output: nothing,
    write: async (tx, { params }, { organization: membership, session }) => {
      await revokeKey(tx, params.organization, params.apiKey, { membership, person: session.person.id });
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: clientBase,
    summary: 'The API keys of a client.',
    door: staff(may.readClients),
    params: contract.organizationParams,
    output: keys.clientKeyList,
    read: (db, { params }, { now }) => listClientKeys(db, params.organization, now),
  }),
  route({
    method: 'DELETE',
    path: `${clientBase}/:apiKey`,
    summary: 'Revoke an API key of a client at once and for good.',
    door: staff(may.changeClients),
    params: keys.keyParams,
    output: nothing,
    write: async (tx, { params }) => {
      await revokeKey(tx, params.organization, params.apiKey, null);
      return undefined;
    },
  }),
];
