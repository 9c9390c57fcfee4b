import { member, route, staff } from '../../kernel/http/route.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { readDashboard } from './queries/dashboard.ts';
import { searchEverything, searchOrganization } from './queries/search.ts';
import { readToday } from './queries/today.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/api/organizations/:organization/dashboard',
    summary: 'Everything the first page of the portal shows.',
    door: member(may.readDashboard),
    params: contract.organizationParams,
    output: contract.dashboardShape,
    read: (db, _input, { organization, session }) => readDashboard(db, organization, session),
  }),
  route({
    method: 'GET',
    path: '/api/organizations/:organization/search',
    summary: 'Find services, invoices, orders, tickets and articles by a few letters.',
    door: member(may.search),
    params: contract.organizationParams,
    query: contract.searchQuery,
    output: contract.searchShape,
    read: async (db, { query }, { organization, session }) => ({
      items: await searchOrganization(db, organization, session, query.q),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/console/today',
    summary: 'What waits for staff at this moment.',
    door: staff(may.readToday),
    output: contract.todayShape,
    read: (db, _input, { session, now }) => readToday(db, session, now),
  }),
  route({
    method: 'GET',
    path: '/api/console/search',
    summary: 'Find clients and their things by a few letters.',
    door: staff(may.searchEverything),
    query: contract.searchQuery,
    output: contract.searchShape,
    read: async (db, { query }, { session }) => ({ items: await searchEverything(db, session, query.q) }),
  }),
];
