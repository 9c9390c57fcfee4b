import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { organizationParams } from '../contract.ts';
import * as may from '../permissions.ts';
import * as contract from '../tier-contract.ts';
import { giveTier } from '../tiers/give-tier.ts';
import { listTiers } from '../tiers/queries.ts';
import { addTier, changeTier, removeTier } from '../tiers/save-tier.ts';

const base = '/api/console/client-tiers';
const managing = staff(may.manageTiers);

export const tierRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The tiers of clients, with who and what has each.',
    door: staff(may.readClients),
    output: contract.tierList,
    read: async (db) => ({ items: await listTiers(db) }),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Add a tier of clients.',
    door: managing,
    body: contract.tierBody,
    output: contract.savedTier,
    status: 201,
    problems: [contract.tooManyTiers],
    write: async (tx, { body }) => ({ id: await addTier(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${base}/:tier`,
    summary: 'Change a tier; one that is archived is kept by who has it and given to nobody.',
    door: managing,
    ifMatch: true,
    params: contract.tierParams,
    body: contract.tierBody,
    output: nothing,
    write: async (tx, { params, body }, { version }) => {
      await changeTier(tx, params.tier, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:tier`,
    summary: 'Delete a tier that nobody has and nothing asks for.',
    door: managing,
    params: contract.tierParams,
    output: nothing,
    problems: [contract.tierInUse],
    write: async (tx, { params }) => {
      await removeTier(tx, params.tier);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/console/clients/:organization/tier',
    summary: 'Give a client a tier, or none.',
    door: staff(may.assignTiers),
    params: organizationParams,
    body: contract.clientTierBody,
    output: nothing,
    problems: [contract.unknownTier],
    write: async (tx, { params, body }) => {
      await giveTier(tx, params.organization, body.tierId);
      return undefined;
    },
  }),
];
