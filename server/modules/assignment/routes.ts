import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { notAssignable, readTickets, unknownCalendar, unknownLink, workTickets } from '../support/index.ts';
import { saveAgent } from './commands/save-agent.ts';
import { setPresence } from './commands/set-presence.ts';
import { setQueue } from './commands/set-queue.ts';
import * as contract from './contract.ts';
import { manageTeam } from './permissions.ts';
import { readSkills } from './queries/candidates.ts';
import { listQueueWays } from './queries/queues.ts';
import { listTeam, readDuty } from './queries/team.ts';
import { readAssignment } from './queries/why.ts';

const team = '/api/console/support-team';
const ways = '/api/console/ticket-queue-ways';
const working = staff(workTickets);
const leading = staff(manageTeam);

export const routes = [
  route({
    method: 'GET',
    path: team,
    summary: 'Who works on tickets: there or not, what they have and may have, and what they know.',
    door: working,
    query: contract.agentQuery,
    output: contract.agentPage,
    read: (db, { query }, { now }) => listTeam(db, query, now),
  }),
  route({
    method: 'GET',
    path: '/api/console/support-skills',
    summary: 'All that somebody of the team knows.',
    door: working,
    output: contract.skillList,
    read: async (db) => ({ items: await readSkills(db) }),
  }),
  route({
    method: 'PUT',
    path: `${team}/:person`,
    summary: 'Set how many tickets somebody takes, what they know and when they are on duty.',
    door: leading,
    ifMatch: true,
    params: contract.agentParams,
    body: contract.agentBody,
    output: nothing,
    problems: [unknownCalendar],
    write: async (tx, { params, body }, { version }) => {
      await saveAgent(tx, params.person, version, body);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${team}/:person/presence`,
    summary: 'Say for somebody else whether they are there to take tickets.',
    door: leading,
    params: contract.agentParams,
    body: contract.presenceBody,
    output: nothing,
    problems: [contract.untilIsPast],
    write: async (tx, { params, body }) => {
      await setPresence(tx, params.person, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/duty',
    summary: 'Whether one is there to take tickets oneself, and how many one has.',
    door: working,
    output: contract.dutyShape,
    read: (db, _input, { session, now }) => readDuty(db, session.person.id, now),
  }),
  route({
    method: 'PUT',
    path: '/api/console/duty',
    summary: 'Say whether one is there to take tickets.',
    door: working,
    body: contract.presenceBody,
    output: contract.dutyShape,
    problems: [contract.untilIsPast],
    write: async (tx, { body }, { session }) => {
      await setPresence(tx, session.person.id, body);
      return readDuty(tx.db, session.person.id, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: ways,
    summary: 'How each queue gives its tickets out.',
    door: working,
    output: contract.queueWayList,
    read: async (db) => ({ items: await listQueueWays(db) }),
  }),
  route({
    method: 'PUT',
    path: `${ways}/:queue`,
    summary: 'Set how a queue gives its tickets out, to whom, and where they go on to.',
    door: leading,
    ifMatch: true,
    params: contract.queueParams,
    body: contract.queueWayBody,
    output: nothing,
    problems: [notAssignable, unknownLink, contract.overflowToItself],
    write: async (tx, { params, body }, { version }) => {
      await setQueue(tx, params.queue, version, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/tickets/:ticket/assignment',
    summary: 'Why somebody was given a ticket, or why nobody has it yet.',
    door: staff(readTickets),
    params: contract.ticketParams,
    output: contract.ticketAssignment,
    read: (db, { params }, { now }) => readAssignment(db, params.ticket, now),
  }),
];
