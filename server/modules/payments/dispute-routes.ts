import type { Session } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { route, staff } from '../../kernel/http/route.ts';
import { writeSetting } from '../../kernel/settings.ts';
import { Problem, changedMeanwhile } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { acceptDispute, askAboutDispute } from './commands/answer-dispute.ts';
import { gatewaySilent } from './contract.ts';
import * as contract from './dispute-contract.ts';
import * as may from './permissions.ts';
import { listDisputeConcerns, listDisputes, showDispute, showDisputeSettings } from './queries/disputes.ts';
import { disputeRules, disputeShape } from './settings.ts';

const desk = '/api/console/disputes';
const settings = '/api/console/dispute-settings';

export const disputeRoutes = [
  route({
    method: 'GET',
    path: desk,
    summary: 'Payments that are disputed at banks; those that wait for an answer by their deadlines.',
    door: staff(may.readPayments),
    query: contract.disputeQuery,
    output: contract.disputePage,
    read: (db, { query }) => listDisputes(db, query),
  }),
  route({
    method: 'GET',
    path: '/api/console/dispute-concerns',
    summary: 'Disputes that wait for an answer, the nearest deadlines first.',
    door: staff(may.readPayments),
    output: contract.disputeConcernsShape,
    read: (db) => listDisputeConcerns(db),
  }),
  route({
    method: 'GET',
    path: `${desk}/:dispute`,
    summary: 'One disputed payment, and what is to be done about it.',
    door: staff(may.readPayments),
    params: contract.disputeParams,
    output: contract.staffDisputeShape,
    act: (ctx, { params }, { session }) => readDispute(ctx, session, params.dispute),
  }),
  route({
    method: 'POST',
    path: `${desk}/:dispute/accept`,
    summary: 'Do not contest a dispute: the money stays with the payer.',
    door: staff(may.handleDisputes),
    proof: 'recent',
    params: contract.disputeParams,
    output: contract.staffDisputeShape,
    problems: [contract.cannotAnswer, gatewaySilent],
    act: async (ctx, { params }, { session }) => {
      await acceptDispute(ctx, { ...params, by: session.person.id });
      return readDispute(ctx, session, params.dispute);
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:dispute/check`,
    summary: 'Ask the gateway now what became of a dispute.',
    door: staff(may.handleDisputes),
    params: contract.disputeParams,
    output: contract.staffDisputeShape,
    act: async (ctx, { params }, { session }) => {
      await askAboutDispute(ctx, params.dispute);
      return readDispute(ctx, session, params.dispute);
    },
  }),
  route({
    method: 'GET',
    path: settings,
    summary: 'What follows from disputes at banks.',
    door: staff(may.readPayments),
    output: contract.disputeSettingsShape,
    read: (db, _input, { session }) => showDisputeSettings(db, session.staffRoles),
  }),
  route({
    method: 'PUT',
    path: settings,
    summary: 'Say what follows from disputes at banks.',
    door: staff(may.manageGateways),
    ifMatch: true,
    body: disputeShape,
    output: contract.disputeSettingsShape,
    write: async (tx, { body }, { session, version }) => {
      if (!(await writeSetting(tx, disputeRules, body, version))) throw new Problem(changedMeanwhile);
      return showDisputeSettings(tx.db, session.staffRoles);
    },
  }),
];

function readDispute(ctx: Ctx, session: Session, dispute: Id<'dispute'>) {
  return ctx.read((db) => showDispute(db, { ports: ctx.ports, session, now: ctx.clock.now() }, dispute));
}
