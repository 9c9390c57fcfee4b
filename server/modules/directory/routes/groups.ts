import { onlyKey, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { addGroup, patchGroup, removeGroup, replaceGroup } from '../commands/write-group.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { findGroup, listGroups } from '../queries/groups.ts';
import { onRequest } from '../requests.ts';
import { refusals, scim } from '../scim.ts';
import { base, writtenFor } from './address.ts';

const shared = { door: onlyKey(may.provision), speaks: scim } as const;
const one = `${base}/Groups/:scimGroup` as const;
const values = [refusals.invalidValue, refusals.uniqueness];

export const groupRoutes = [
  route({
    ...shared,
    method: 'GET',
    path: `${base}/Groups`,
    summary: 'Groups of the directory that fit a filter.',
    params: contract.organizationParams,
    query: contract.listQuery,
    output: contract.groupList,
    problems: [refusals.invalidFilter],
    act: (ctx, { params: { organization }, query }) =>
      ctx.read((db) => listGroups(db, organization, query, writtenFor(ctx, organization, query))),
  }),
  route({
    ...shared,
    method: 'GET',
    path: one,
    summary: 'One group of the directory.',
    params: contract.groupParams,
    query: contract.selectionQuery,
    output: contract.groupShape,
    act: (ctx, { params: { organization, scimGroup }, query }) =>
      ctx.read((db) => findGroup(db, organization, scimGroup, writtenFor(ctx, organization, query))),
  }),
  route({
    ...shared,
    method: 'POST',
    path: `${base}/Groups`,
    summary: 'Take a group in; which role it gives is said on the page of the directory.',
    params: contract.organizationParams,
    query: contract.selectionQuery,
    body: contract.groupBody,
    output: contract.groupShape,
    status: 201,
    problems: values,
    act: async (ctx, { params: { organization }, query, body }) => {
      const asked = { organization, method: 'POST', about: 'group', status: 201 } as const;
      const { resource } = await onRequest(
        ctx,
        { ...asked, which: { name: body.displayName } },
        async (tx) => {
          const { id, name } = await addGroup(tx, organization, body);
          return {
            name,
            resource: await findGroup(tx.db, organization, id, writtenFor(ctx, organization, query)),
          };
        },
      );
      return resource;
    },
  }),
  route({
    ...shared,
    method: 'PUT',
    path: one,
    summary: 'Put a whole group in place of what was there.',
    ifMatch: 'optional',
    params: contract.groupParams,
    query: contract.selectionQuery,
    body: contract.groupBody,
    output: contract.groupShape,
    problems: values,
    act: async (ctx, { params: { organization, scimGroup: group }, query, body }, { version }) => {
      const asked = { organization, method: 'PUT', about: 'group', status: 200 } as const;
      const { resource } = await onRequest(ctx, { ...asked, which: { id: group } }, async (tx) => {
        const name = await replaceGroup(tx, { organization, group, version }, body);
        return {
          name,
          resource: await findGroup(tx.db, organization, group, writtenFor(ctx, organization, query)),
        };
      });
      return resource;
    },
  }),
  route({
    ...shared,
    method: 'PATCH',
    path: one,
    summary: 'Change some attributes of a group, or who is in it.',
    ifMatch: 'optional',
    params: contract.groupParams,
    body: contract.patchBody,
    output: nothing,
    problems: [
      ...values,
      refusals.invalidSyntax,
      refusals.invalidPath,
      refusals.mutability,
      refusals.noTarget,
    ],
    act: async (ctx, { params: { organization, scimGroup: group }, body }, { version }) => {
      const asked = { organization, method: 'PATCH', about: 'group', status: 204 } as const;
      await onRequest(ctx, { ...asked, which: { id: group } }, async (tx) => ({
        name: await patchGroup(tx, { organization, group, version }, body),
      }));
      return undefined;
    },
  }),
  route({
    ...shared,
    method: 'DELETE',
    path: one,
    summary: 'Forget a group; those in it get the role that is left.',
    ifMatch: 'optional',
    params: contract.groupParams,
    output: nothing,
    act: async (ctx, { params: { organization, scimGroup: group } }, { version }) => {
      const asked = { organization, method: 'DELETE', about: 'group', status: 204 } as const;
      await onRequest(ctx, { ...asked, which: { id: group } }, async (tx) => ({
        name: await removeGroup(tx, { organization, group, version }),
      }));
      return undefined;
    },
  }),
];
