import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import * as contract from './account-contract.ts';
import { findAccount, listAccountSessions, searchSignIns } from './account-queries.ts';
import { endAllSessions, endSession } from './commands/end-session.ts';
import { staffParams } from './contract.ts';
import { endOthersSessions, readSignIns } from './permissions.ts';

const base = '/api/console/people/:person';

/** What staff need to look after somebody's access. */
export const accountRoutes = [
  route({
    method: 'GET',
    path: '/api/console/sign-ins',
    summary: 'Sign-ins of everybody, opened and refused; newest first.',
    door: staff(readSignIns),
    query: contract.signInQuery,
    output: contract.loggedSignIns,
    read: (db, { query }) => searchSignIns(db, query),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Somebody with an account.',
    door: staff(readSignIns),
    params: staffParams,
    output: contract.accountShape,
    read: (db, { params }) => findAccount(db, params.person),
  }),
  route({
    method: 'GET',
    path: `${base}/sessions`,
    summary: 'The devices somebody is signed in on.',
    door: staff(readSignIns),
    params: staffParams,
    output: contract.accountSessions,
    read: async (db, { params }, { now, session }) => ({
      items: await listAccountSessions(db, params.person, { now, own: session.id }),
    }),
  }),
  route({
    method: 'DELETE',
    path: `${base}/sessions`,
    summary: 'Sign somebody out everywhere.',
    door: staff(endOthersSessions),
    proof: 'recent',
    params: staffParams,
    output: nothing,
    write: async (tx, { params }) => {
      await endAllSessions(tx, params.person);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/sessions/:session`,
    summary: 'Sign somebody out on one device.',
    door: staff(endOthersSessions),
    proof: 'recent',
    params: contract.accountSessionParams,
    output: nothing,
    write: async (tx, { params }) => {
      await endSession(tx, params.person, params.session);
      return undefined;
    },
  }),
];
