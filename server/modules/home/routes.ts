import { scopeOf } from '../../kernel/db/scope.ts';
import { member, person, route, staff } from '../../kernel/http/route.ts';
import { readGroup as readGroupPermission } from '../organizations/index.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { readDashboard } from './queries/dashboard.ts';
import { readGroup } from './queries/group.ts';
import { readInbox } from './queries/inbox.ts';
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
    path: '/api/organizations/:organization/group',
    summary: 'An organization and all below it at a glance.',
    door: member(readGroupPermission),
    params: contract.organizationParams,
    output: contract.groupShape,
    act: (ctx, _input, { organization, session }) => {
      // On purpose more than the organization of the path: those below it that this person belongs to.
      const all = ctx.within(scopeOf(session.person.id, session.organizations));
      return all.read((db) => readGroup(db, organization, session));
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/inbox',
    summary: 'The tickets of all your organizations, the last written to first.',
    door: person,
    query: contract.inboxQuery,
    output: contract.inboxPage,
    // On purpose all organizations of the person at once.
    act: (ctx, { query: { state, ...query } }, { session }) =>
      ctx
        .within(scopeOf(session.person.id, session.organizations))
        .read((db) => readInbox(db, session, { ...query, open: state === 'open' })),
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
