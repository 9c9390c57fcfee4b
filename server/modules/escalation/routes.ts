import { mayAsStaff } from '../../kernel/auth/actor.ts';
import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { unknownTier } from '../organizations/index.ts';
import { notAssignable, unknownLink } from '../support/index.ts';
import { acknowledge, takeBack } from './commands/end.ts';
import { escalateByHand } from './commands/fire.ts';
import { saveLevel } from './commands/save-level.ts';
import { addRule, changeRule, removeRule } from './commands/save-rule.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { listEscalations, readOfTicket } from './queries/escalations.ts';
import { listLevels } from './queries/levels.ts';
import { readReport } from './queries/report.ts';
import { listRules } from './queries/rules.ts';
import { tryRule } from './queries/try-rule.ts';
import { rotaRoutes } from './rota-routes.ts';

const base = '/api/console/escalations';
const rules = '/api/console/escalation-rules';
const levels = '/api/console/escalation-levels';
const ofTicket = '/api/console/tickets/:ticket/escalations';
const door = staff(may.readEscalations);
const managing = staff(may.manageEscalation);
const ruleProblems = [notAssignable, unknownLink, unknownTier];

export const routes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Escalations of tickets, the latest first; those that are open unless asked otherwise.',
    door,
    query: contract.escalationQuery,
    output: contract.escalationPage,
    read: (db, { query }, { session }) =>
      listEscalations(db, query, mayAsStaff(may.escalate, session.staffRoles)),
  }),
  route({
    method: 'GET',
    path: `${base}/report`,
    summary: 'How tickets were escalated, by month and rule, queue or product.',
    door,
    query: contract.reportQuery,
    output: contract.reportShape,
    act: (ctx, { query }, { session }) =>
      ctx.read((db) => readReport(db, { ...query, zone: session.person.timeZone, now: ctx.clock.now() })),
  }),
  route({
    method: 'POST',
    path: `${base}/:escalation/acknowledge`,
    summary: 'Say that one has it in hand: nobody else is asked.',
    door: staff(may.escalate),
    params: contract.escalationParams,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params }, { session }) => {
      await acknowledge(tx, session, params.escalation);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:escalation/clear`,
    summary: 'Take an escalation back.',
    door: staff(may.escalate),
    params: contract.escalationParams,
    body: contract.clearBody,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params, body }, { session }) => {
      await takeBack(tx, session, params.escalation, body.note);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: ofTicket,
    summary: 'What became of a ticket by escalation, and what will if nothing changes.',
    door,
    params: contract.ticketParams,
    output: contract.ofTicketShape,
    act: (ctx, { params }, { session }) =>
      ctx.read((db) =>
        readOfTicket(db, params.ticket, mayAsStaff(may.escalate, session.staffRoles), ctx.clock.now()),
      ),
  }),
  route({
    method: 'POST',
    path: ofTicket,
    summary: 'Escalate a ticket by hand, to a level and with a reason.',
    door: staff(may.escalate),
    params: contract.ticketParams,
    body: contract.escalateBody,
    output: contract.savedShape,
    status: 201,
    problems: [wrongState, contract.alreadyEscalated],
    write: async (tx, { params, body }, { session }) => ({
      id: await escalateByHand(tx, session, { ...params, ...body }),
    }),
  }),
  route({
    method: 'GET',
    path: levels,
    summary: 'Whom each level of escalation reaches, and how long it waits.',
    door,
    output: contract.levelList,
    read: async (db) => ({ items: await listLevels(db) }),
  }),
  route({
    method: 'PUT',
    path: `${levels}/:level`,
    summary: 'Say whom a level of escalation reaches.',
    door: managing,
    ifMatch: true,
    params: contract.levelParams,
    body: contract.levelBody,
    output: nothing,
    problems: ruleProblems,
    write: async (tx, { params, body }, { version }) => {
      await saveLevel(tx, params.level, version, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: rules,
    summary: 'When tickets are escalated by themselves, in its order.',
    door,
    output: contract.ruleList,
    read: async (db) => ({ items: await listRules(db) }),
  }),
  route({
    method: 'POST',
    path: rules,
    summary: 'Make a rule that escalates tickets.',
    door: managing,
    body: contract.ruleBody,
    output: contract.savedShape,
    status: 201,
    problems: ruleProblems,
    write: async (tx, { body }) => ({ id: await addRule(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${rules}/:escalationRule`,
    summary: 'Change a rule that escalates tickets. What came due before is left alone.',
    door: managing,
    ifMatch: true,
    params: contract.ruleParams,
    body: contract.ruleBody,
    output: nothing,
    problems: ruleProblems,
    write: async (tx, { params, body }, { version }) => {
      await changeRule(tx, params.escalationRule, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${rules}/:escalationRule`,
    summary: 'Remove a rule; what it escalated stays.',
    door: managing,
    params: contract.ruleParams,
    output: nothing,
    write: async (tx, { params }) => {
      await removeRule(tx, params.escalationRule);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${rules}/try`,
    summary: 'Which tickets of the last 30 days a rule would have escalated. Nothing is changed.',
    door: managing,
    body: contract.tryBody,
    output: contract.triedShape,
    write: (tx, { body }) => tryRule(tx.db, body, tx.now),
  }),
  ...rotaRoutes,
];
