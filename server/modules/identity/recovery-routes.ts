import { z } from 'zod';
import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route, staff } from '../../kernel/http/route.ts';
import { nothing, pageQuery } from '../../kernel/http/shapes.ts';
import { approveRecovery } from './commands/approve-recovery.ts';
import { beginRecovery } from './commands/begin-recovery.ts';
import { stopOwnRecovery, stopRecoveryByLink, withdrawRecovery } from './commands/end-recovery.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { findOwnRecovery, findRecovery, listRecoveries } from './recoveries.ts';

const base = '/api/console/people/:person/recovery';

export const recoveryRoutes = [
  route({
    method: 'GET',
    path: '/api/console/recoveries',
    summary: 'People who are being let in again after losing their second step.',
    door: staff(may.manageRecovery),
    query: z.object(pageQuery),
    output: contract.recoveryPage,
    read: (db, { query }, { session }) => listRecoveries(db, session, query),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Begin to let somebody in again who lost the second step; every address of theirs is told.',
    door: staff(may.manageRecovery),
    proof: 'recent',
    limit: { per: 'person', points: 20, seconds: 3600 },
    params: contract.personParams,
    body: contract.recoveryBody,
    output: contract.recoveryShape,
    status: 201,
    problems: [contract.ownRecovery, contract.nothingToRecover, contract.recoveryUnderWay],
    write: async (tx, { params, body }, { session }) => {
      await beginRecovery(tx, session.person, { ...params, ...body });
      return findRecovery(tx.db, session, params.person);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/approve`,
    summary: 'Approve, as a second administrator, that an administrator is let in again.',
    door: staff(may.approveRecovery),
    proof: 'recent',
    params: contract.personParams,
    output: contract.recoveryShape,
    problems: [contract.cannotApprove],
    write: async (tx, { params }, { session }) => {
      await approveRecovery(tx, params.person, session.person.id);
      return findRecovery(tx.db, session, params.person);
    },
  }),
  route({
    method: 'DELETE',
    path: base,
    summary: 'Withdraw a recovery before it is done.',
    door: staff(may.manageRecovery),
    params: contract.personParams,
    output: nothing,
    write: async (tx, { params }) => {
      await withdrawRecovery(tx, params.person);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/recovery',
    summary: 'Whether our team is about to remove your second step.',
    door: person,
    beforeSecondStep: true,
    output: contract.ownRecoveryShape,
    act: (ctx, _input, { session }) =>
      ctx.within(everything).read((db) => findOwnRecovery(db, session.person.id)),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/recovery',
    summary: 'Stop the recovery of your account.',
    door: person,
    beforeSecondStep: true,
    output: nothing,
    within: everything,
    write: async (tx, _input, { session }) => {
      await stopOwnRecovery(tx, session.person.id);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/recovery/stop',
    summary: 'Stop the recovery of your account with the mailed link.',
    door: anyone('the mailed link says who it is'),
    limit: { per: 'address', points: 20, seconds: 60 },
    secret: true,
    body: contract.linkBody,
    output: nothing,
    problems: [contract.recoveryOver],
    within: everything,
    write: async (tx, { body }) => {
      await stopRecoveryByLink(tx, body.token);
      return undefined;
    },
  }),
];
