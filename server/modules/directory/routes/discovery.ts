import { onlyKey, route } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import * as contract from '../contract.ts';
import { resourceTypes, schemas, serviceProviderConfig } from '../discovery.ts';
import type { Resource } from '../domain/matches.ts';
import { listOf } from '../list.ts';
import * as may from '../permissions.ts';
import { scim } from '../scim.ts';
import { addressOf, base } from './address.ts';

const shared = { method: 'GET', door: onlyKey(may.provision), speaks: scim } as const;
const all = (found: Resource[]) => listOf(found, found.length, { start: 1 });

function named(found: Resource[], id: string): Resource {
  const one = found.find((resource) => String(resource.id).toLowerCase() === id.toLowerCase());
  if (!one) throw new Problem(notFound);
  return one;
}

export const discoveryRoutes = [
  route({
    ...shared,
    path: `${base}/ServiceProviderConfig`,
    summary: 'What of SCIM is spoken here.',
    params: contract.organizationParams,
    output: contract.description,
    act: async (ctx, { params }) => serviceProviderConfig(addressOf(ctx, params.organization)),
  }),
  route({
    ...shared,
    path: `${base}/ResourceTypes`,
    summary: 'The kinds of resources there are.',
    params: contract.organizationParams,
    output: contract.descriptionList,
    act: async (ctx, { params }) => all(resourceTypes(addressOf(ctx, params.organization))),
  }),
  route({
    ...shared,
    path: `${base}/ResourceTypes/:resourceType`,
    summary: 'One kind of resources.',
    params: contract.typeParams,
    output: contract.description,
    act: async (ctx, { params }) =>
      named(resourceTypes(addressOf(ctx, params.organization)), params.resourceType),
  }),
  route({
    ...shared,
    path: `${base}/Schemas`,
    summary: 'The attributes of users and groups.',
    params: contract.organizationParams,
    output: contract.descriptionList,
    act: async (ctx, { params }) => all(schemas(addressOf(ctx, params.organization))),
  }),
  route({
    ...shared,
    path: `${base}/Schemas/:schema`,
    summary: 'The attributes of users or of groups.',
    params: contract.schemaParams,
    output: contract.description,
    act: async (ctx, { params }) => named(schemas(addressOf(ctx, params.organization)), params.schema),
  }),
];
