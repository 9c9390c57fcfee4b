import { everything } from '../../../kernel/db/scope.ts';
import { member, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { beyondYou, ownerOnly, unknownRole } from '../../organizations/index.ts';
import { disconnect, mapRoles } from '../commands/map-roles.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { findDirectory } from '../queries/directory.ts';
import { addressOf } from './address.ts';

const base = '/api/organizations/:organization/directory';

export const settingsRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'How the directory of an organization is connected, and what it asked lately.',
    door: member(may.manageDirectory),
    params: contract.organizationParams,
    output: contract.directoryShape,
    act: (ctx, { params }) =>
      ctx.read((db) => findDirectory(db, params.organization, addressOf(ctx, params.organization))),
  }),
  route({
    method: 'PUT',
    path: `${base}/roles`,
    summary: 'Say which role each group of the directory gives, the first one deciding.',
    door: member(may.manageDirectory),
    params: contract.organizationParams,
    body: contract.rolesBody,
    output: nothing,
    problems: [unknownRole, ownerOnly, beyondYou],
    within: everything,
    write: async (tx, { body }, { organization, permissions: known }) => {
      await mapRoles(tx, { by: organization, known }, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/disconnect`,
    summary: 'End the connection: its keys are revoked, and its members are kept by hand from then on.',
    door: member(may.manageDirectory),
    params: contract.organizationParams,
    output: nothing,
    within: everything,
    write: async (tx, { params }) => {
      await disconnect(tx, params.organization);
      return undefined;
    },
  }),
];
