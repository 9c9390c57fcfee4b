import { z } from 'zod';
import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route, staff } from '../../kernel/http/route.ts';
import { nothing, pageQuery } from '../../kernel/http/shapes.ts';
import { disownSignIn } from './commands/disown-sign-in.ts';
import * as contract from './contract.ts';
import { readSignIns } from './permissions.ts';
import { listSignIns } from './queries.ts';

export const signInRoutes = [
  route({
    method: 'GET',
    path: '/api/me/sign-ins',
    summary: 'When and where you signed in, and what was refused; newest first.',
    door: person,
    query: z.object(pageQuery),
    output: contract.signInPage,
    read: (db, { query }, { session }) => listSignIns(db, session.person.id, query),
  }),
  route({
    method: 'GET',
    path: '/api/console/people/:person/sign-ins',
    summary: 'When and where somebody signed in, and what was refused; newest first.',
    door: staff(readSignIns),
    params: contract.staffParams,
    query: z.object(pageQuery),
    output: contract.signInPage,
    read: (db, { params, query }) => listSignIns(db, params.person, query),
  }),
  route({
    method: 'PUT',
    path: '/api/sign-ins/disown',
    summary: 'Say with the mailed link that a sign-in was not yours; every device is signed out.',
    door: anyone('the mailed link says who it is'),
    limit: { per: 'address', points: 20, seconds: 60 },
    secret: true,
    body: contract.linkBody,
    output: nothing,
    problems: [contract.linkUsedUp],
    within: everything,
    write: async (tx, { body }) => {
      await disownSignIn(tx, body.token);
      return undefined;
    },
  }),
];
