import { lastOwner } from '../../organizations/index.ts';
import { onlyKey, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { addUser } from '../commands/add-user.ts';
import { patchUser, replaceUser } from '../commands/change-user.ts';
import { removeUser } from '../commands/remove-user.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { findUser, listUsers } from '../queries/users.ts';
import { onRequest } from '../requests.ts';
import { refusals, scim } from '../scim.ts';
import { base, writtenFor } from './address.ts';

const shared = { door: onlyKey(may.provision), speaks: scim } as const;
const one = `${base}/Users/:scimUser` as const;
const values = [refusals.invalidValue, refusals.uniqueness];
const operations = [refusals.invalidSyntax, refusals.invalidPath, refusals.mutability, refusals.noTarget];

export const userRoutes = [
  route({
    ...shared,
    method: 'GET',
    path: `${base}/Users`,
    summary: 'Users of the directory that fit a filter.',
    params: contract.organizationParams,
    query: contract.listQuery,
    output: contract.userList,
    problems: [refusals.invalidFilter],
    act: (ctx, { params: { organization }, query }) =>
      ctx.read((db) => listUsers(db, organization, query, writtenFor(ctx, organization, query))),
  }),
  route({
    ...shared,
    method: 'GET',
    path: one,
    summary: 'One user of the directory.',
    params: contract.userParams,
    query: contract.selectionQuery,
    output: contract.userShape,
    act: (ctx, { params: { organization, scimUser }, query }) =>
      ctx.read((db) => findUser(db, organization, scimUser, writtenFor(ctx, organization, query))),
  }),
  route({
    ...shared,
    method: 'POST',
    path: `${base}/Users`,
    summary: 'Take a user in; an active one is a member from now on.',
    params: contract.organizationParams,
    query: contract.selectionQuery,
    body: contract.userBody,
    output: contract.userShape,
    status: 201,
    problems: values,
    act: async (ctx, { params: { organization }, query, body }) => {
      const asked = { organization, method: 'POST', about: 'user', status: 201 } as const;
      const { resource } = await onRequest(ctx, { ...asked, which: { name: body.userName } }, async (tx) => {
        const { id, name } = await addUser(tx, organization, body);
        return {
          name,
          resource: await findUser(tx.db, organization, id, writtenFor(ctx, organization, query)),
        };
      });
      return resource;
    },
  }),
  ...(['PUT', 'PATCH'] as const).map((method) =>
    route({
      ...shared,
      method,
      path: one,
      summary: {
        PUT: 'Put a whole user in place of what was there.',
        PATCH: 'Change some attributes of a user.',
      }[method],
      ifMatch: 'optional',
      params: contract.userParams,
      query: contract.selectionQuery,
      body: method === 'PUT' ? contract.userBody : contract.patchBody,
      output: contract.userShape,
      problems: [...values, ...(method === 'PATCH' ? operations : []), lastOwner],
      act: async (ctx, { params: { organization, scimUser: user }, query, body }, { version }) => {
        const asked = { organization, method, about: 'user', status: 200 } as const;
        const { resource } = await onRequest(ctx, { ...asked, which: { id: user } }, async (tx) => {
          const command = method === 'PUT' ? replaceUser : patchUser;
          const name = await command(tx, { organization, user, version }, body);
          return {
            name,
            resource: await findUser(tx.db, organization, user, writtenFor(ctx, organization, query)),
          };
        });
        return resource;
      },
    }),
  ),
  route({
    ...shared,
    method: 'DELETE',
    path: one,
    summary: 'Forget a user; the membership ends, and the account of the person stays.',
    ifMatch: 'optional',
    params: contract.userParams,
    output: nothing,
    problems: [lastOwner],
    act: async (ctx, { params: { organization, scimUser: user } }, { version }) => {
      const asked = { organization, method: 'DELETE', about: 'user', status: 204 } as const;
      await onRequest(ctx, { ...asked, which: { id: user } }, async (tx) => ({
        name: await removeUser(tx, { organization, user, version }),
      }));
      return undefined;
    },
  }),
];
