import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { unknownTier } from '../organizations/index.ts';
import { newerMessage, notAssignable, unknownLink, workTickets } from '../support/index.ts';
import { applyMacro } from './commands/apply-macro.ts';
import { addMacro, changeMacro, removeMacro } from './commands/save-macro.ts';
import { addRule, changeRule, removeRule } from './commands/save-rule.ts';
import { addReply, changeReply, removeReply } from './commands/save-reply.ts';
import * as contract from './contract.ts';
import { manageRules } from './permissions.ts';
import { fitMacros, listMacros } from './queries/macros.ts';
import { listRules, listRuns } from './queries/rules.ts';
import { tryRule } from './queries/try-rule.ts';
import { fitReplies, listFolders, listReplies } from './queries/replies.ts';

const replies = '/api/console/canned-replies';
const macros = '/api/console/ticket-macros';
const rules = '/api/console/ticket-rules';
const ofTicket = '/api/console/tickets/:ticket';
const door = staff(workTickets);
const replyProblems = [contract.unknownVariable, contract.notYours];
const ruleProblems = [contract.unknownVariable, notAssignable, unknownLink, unknownTier];
const macroProblems = [...replyProblems, notAssignable, unknownLink];

export const routes = [
  route({
    method: 'GET',
    path: replies,
    summary: 'Replies kept for later: those of everybody at the desk and one’s own.',
    door,
    query: contract.replyQuery,
    output: contract.replyPage,
    read: (db, { query }, { session }) => listReplies(db, session.person.id, query),
  }),
  route({
    method: 'GET',
    path: `${replies}/folders`,
    summary: 'The folders in which replies are kept.',
    door,
    output: contract.folderList,
    read: async (db, _input, { session }) => ({ items: await listFolders(db, session.person.id) }),
  }),
  route({
    method: 'POST',
    path: replies,
    summary: 'Keep a reply, with variables, in one language or both.',
    door,
    body: contract.replyBody,
    output: contract.savedShape,
    status: 201,
    problems: replyProblems,
    write: async (tx, { body }, { session }) => ({ id: await addReply(tx, session, body) }),
  }),
  route({
    method: 'PUT',
    path: `${replies}/:cannedReply`,
    summary: 'Change a kept reply.',
    door,
    ifMatch: true,
    params: contract.replyParams,
    body: contract.replyBody,
    output: nothing,
    problems: replyProblems,
    write: async (tx, { params, body }, { session, version }) => {
      await changeReply(tx, session, params.cannedReply, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${replies}/:cannedReply`,
    summary: 'Remove a kept reply.',
    door,
    params: contract.replyParams,
    output: nothing,
    problems: [contract.notYours],
    write: async (tx, { params }, { session }) => {
      await removeReply(tx, session, params.cannedReply);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${ofTicket}/canned-replies`,
    summary: 'Kept replies as they read in a ticket: in its language, with its names.',
    door,
    params: contract.ticketParams,
    query: contract.fittingQuery,
    output: contract.fittingReplies,
    read: (db, { params, query }, { session }) => fitReplies(db, session, params.ticket, query.q),
  }),
  route({
    method: 'GET',
    path: macros,
    summary: 'Macros: those of everybody at the desk and one’s own.',
    door,
    output: contract.macroList,
    read: async (db, _input, { session }) => ({ items: await listMacros(db, session.person.id) }),
  }),
  route({
    method: 'POST',
    path: macros,
    summary: 'Make a macro: several acts on a ticket under one name.',
    door,
    body: contract.macroBody,
    output: contract.savedShape,
    status: 201,
    problems: macroProblems,
    write: async (tx, { body }, { session }) => ({ id: await addMacro(tx, session, body) }),
  }),
  route({
    method: 'PUT',
    path: `${macros}/:macro`,
    summary: 'Change a macro.',
    door,
    ifMatch: true,
    params: contract.macroParams,
    body: contract.macroBody,
    output: nothing,
    problems: macroProblems,
    write: async (tx, { params, body }, { session, version }) => {
      await changeMacro(tx, session, params.macro, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${macros}/:macro`,
    summary: 'Remove a macro.',
    door,
    params: contract.macroParams,
    output: nothing,
    problems: [contract.notYours],
    write: async (tx, { params }, { session }) => {
      await removeMacro(tx, session, params.macro);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${ofTicket}/macros`,
    summary: 'What each macro would do to a ticket as it is now.',
    door,
    params: contract.ticketParams,
    output: contract.fittingMacros,
    read: async (db, { params }, { session, now }) => ({
      items: await fitMacros(db, session, params.ticket, now),
    }),
  }),
  route({
    method: 'POST',
    path: `${ofTicket}/macros/:macro`,
    summary: 'Do to a ticket all that a macro says, or nothing of it.',
    door,
    params: contract.ticketMacroParams,
    body: contract.applyBody,
    output: nothing,
    problems: [wrongState, contract.valueMissing, notAssignable, unknownLink, newerMessage],
    write: async (tx, { params, body }, { session }) => {
      await applyMacro(tx, session, params, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: rules,
    summary: 'What is done to tickets by itself, in its order.',
    door,
    output: contract.ruleList,
    read: async (db) => ({ items: await listRules(db) }),
  }),
  route({
    method: 'POST',
    path: rules,
    summary: 'Make a rule: at a moment of a ticket, or after hours of silence, under conditions.',
    door: staff(manageRules),
    body: contract.ruleBody,
    output: contract.savedShape,
    status: 201,
    problems: ruleProblems,
    write: async (tx, { body }, { session }) => ({ id: await addRule(tx, session, body) }),
  }),
  route({
    method: 'PUT',
    path: `${rules}/:rule`,
    summary: 'Change a rule.',
    door: staff(manageRules),
    ifMatch: true,
    params: contract.ruleParams,
    body: contract.ruleBody,
    output: nothing,
    problems: ruleProblems,
    write: async (tx, { params, body }, { session, version }) => {
      await changeRule(tx, session, params.rule, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${rules}/:rule`,
    summary: 'Remove a rule with its log.',
    door: staff(manageRules),
    params: contract.ruleParams,
    output: nothing,
    write: async (tx, { params }) => {
      await removeRule(tx, params.rule);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${rules}/:rule/runs`,
    summary: 'What a rule did lately.',
    door,
    params: contract.ruleParams,
    query: contract.runQuery,
    output: contract.runPage,
    read: (db, { params, query }) => listRuns(db, params.rule, query),
  }),
  route({
    method: 'POST',
    path: `${rules}/try`,
    summary: 'Which tickets of the last 30 days a rule would have been about. Nothing is changed.',
    door: staff(manageRules),
    body: contract.tryBody,
    output: contract.triedShape,
    write: (tx, { body }) => tryRule(tx.db, body, tx.now),
  }),
];
