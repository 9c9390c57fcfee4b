import { route, staff } from '../../../kernel/http/route.ts';
import { changeOrganization } from '../commands/change-organization.ts';
import { createChild } from '../commands/create-child.ts';
import { choosePayer, moveOrganization } from '../commands/place-in-tree.ts';
import { findClient, listClients } from '../clients.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { findOrganization } from '../queries.ts';

const base = '/api/console/clients';

export const consoleRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Clients by name.',
    door: staff(may.readClients),
    query: contract.clientQuery,
    output: contract.clientPage,
    read: (db, { query }) => listClients(db, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:organization`,
    summary: 'One client: details, relatives and people.',
    door: staff(may.readClients),
    params: contract.organizationParams,
    output: contract.clientDetail,
    read: (db, { params }) => findClient(db, params.organization),
  }),
  route({
    method: 'PATCH',
    path: `${base}/:organization`,
    summary: 'Change the details of a client.',
    door: staff(may.changeClients),
    ifMatch: true,
    params: contract.organizationParams,
    body: contract.organizationPatch,
    output: contract.organizationShape,
    write: async (tx, { params, body }, { version }) => {
      await changeOrganization(tx, params.organization, version, body);
      return findOrganization(tx.db, params.organization);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:organization/parent`,
    summary: 'Put a client below another, or on its own. What was written before stays as it is.',
    door: staff(may.changeClients),
    params: contract.organizationParams,
    body: contract.parentBody,
    output: contract.clientDetail,
    problems: [contract.circle, contract.needsOwner, contract.needsParent],
    write: async (tx, { params, body }) => {
      await moveOrganization(tx, params.organization, body.parent, body.pays);
      return findClient(tx.db, params.organization);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:organization/payer`,
    summary:
      'Say who owes what is invoiced for a client from now on. Invoices there are stay with who owes them.',
    door: staff(may.changeClients),
    params: contract.organizationParams,
    body: contract.payerBody,
    output: contract.clientDetail,
    problems: [contract.needsParent],
    write: async (tx, { params, body }) => {
      await choosePayer(tx, params.organization, body.pays);
      return findClient(tx.db, params.organization);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:organization/children`,
    summary: 'Create an organization below a client; the people of the client act in it.',
    door: staff(may.changeClients),
    params: contract.organizationParams,
    body: contract.createBody,
    output: contract.organizationShape,
    status: 201,
    write: async (tx, { params, body }) => {
      const { id } = await createChild(tx, params.organization, body);
      return findOrganization(tx.db, id);
    },
  }),
];
