import { member, route, staff } from '../../kernel/http/route.ts';
import * as contract from './contract.ts';
import { readAudit } from './permissions.ts';
import { findChain, listFacts } from './queries.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/api/organizations/:organization/activity',
    summary: 'What happened in an organization, newest first.',
    door: member(readAudit),
    params: contract.organizationParams,
    query: contract.clientQuery,
    output: contract.factPage,
    read: (db, { params, query }) =>
      listFacts(db, { ...query, organization: params.organization }, 'members'),
  }),
  route({
    method: 'GET',
    path: '/api/console/audit',
    summary: 'Everything that happened, newest first.',
    door: staff(readAudit),
    query: contract.staffQuery,
    output: contract.factPage,
    read: (db, { query }) => listFacts(db, query, 'everybody'),
  }),
  route({
    method: 'GET',
    path: '/api/console/audit/chain',
    summary: 'Where the chain of facts ends.',
    door: staff(readAudit),
    output: contract.chainShape,
    read: (db) => findChain(db),
  }),
];
