import { memberOrKey, route, staff } from '../../kernel/http/route.ts';
import * as contract from './contract.ts';
import { listRefusals } from './list-refusals.ts';
import { readAudit, readSecurityEvents } from './permissions.ts';
import { findChain, listFacts } from './queries.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/api/organizations/:organization/activity',
    summary: 'What happened in an organization, newest first.',
    door: memberOrKey(readAudit),
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
  route({
    method: 'GET',
    path: '/api/console/security-events',
    summary: 'What was refused and may be a sign of somebody trying to get around, latest first.',
    door: staff(readSecurityEvents),
    query: contract.refusalQuery,
    output: contract.refusalPage,
    read: (db, { query }) => listRefusals(db, query),
  }),
];
