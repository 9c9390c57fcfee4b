import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { bePresent, leave } from '../commands/desk/be-present.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { changeMany } from '../commands/desk/change-many.ts';
import { snooze, wakeNow } from '../commands/desk/snooze.ts';
import { setParent } from '../commands/desk/set-parent.ts';
import { splitTicket } from '../commands/desk/split-ticket.ts';
import { undoMany } from '../commands/desk/undo-many.ts';
import { consoleParams, notAssignable, openedShape, unknownLink } from '../contract.ts';
import * as contract from '../desk-contract.ts';
import * as may from '../permissions.ts';
import { whoElse } from '../queries/presence.ts';

const base = '/api/console/tickets';
const reading = staff(may.readTickets);
const working = staff(may.workTickets);

export const deskRoutes = [
  route({
    method: 'POST',
    path: `${base}/changes`,
    summary: 'Change up to 100 tickets at once; says of each whether it was done.',
    door: working,
    body: contract.manyBody,
    output: contract.manyShape,
    problems: [notAssignable, unknownLink],
    write: (tx, { body }, { session }) => changeMany(tx, session, body),
  }),
  route({
    method: 'POST',
    path: `${base}/changes/:change/undo`,
    summary: 'Undo a change of many tickets of one’s own, within two minutes.',
    door: working,
    params: contract.changeParams,
    output: contract.manyShape,
    problems: [contract.undoOver],
    write: (tx, { params }, { session }) => undoMany(tx, session, params.change),
  }),
  route({
    method: 'GET',
    path: `${base}/:ticket/presence`,
    summary: 'Who else has a ticket before them.',
    door: reading,
    params: consoleParams,
    output: contract.presenceShape,
    act: (ctx, { params }, { session }) =>
      ctx.read((db) => whoElse(db, session.person.id, params.ticket, ctx.clock.now())),
  }),
  route({
    method: 'PUT',
    path: `${base}/:ticket/presence`,
    summary: 'Say that one has a ticket before oneself, for the next 45 seconds; tells who else has.',
    door: reading,
    params: consoleParams,
    body: contract.presenceBody,
    output: contract.presenceShape,
    write: async (tx, { params, body }, { session }) => {
      await bePresent(tx, session.person.id, params.ticket, body.typing);
      return whoElse(tx.db, session.person.id, params.ticket, tx.now);
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:ticket/presence`,
    summary: 'Say that one has turned to something else.',
    door: reading,
    params: consoleParams,
    output: nothing,
    write: async (tx, { params }, { session }) => {
      await leave(tx, session.person.id, params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:ticket/snooze`,
    summary:
      'Put a ticket out of the way until a time, or until the client writes. What was promised still runs.',
    door: working,
    params: consoleParams,
    body: contract.snoozeBody,
    output: nothing,
    problems: [wrongState, contract.snoozeTime],
    write: async (tx, { params, body }, { session }) => {
      await snooze(tx, session.person, params.ticket, body.until === null ? null : new Date(body.until));
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:ticket/snooze`,
    summary: 'Bring a ticket back that is out of the way.',
    door: working,
    params: consoleParams,
    output: nothing,
    write: async (tx, { params }) => {
      await wakeNow(tx, params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:ticket/split`,
    summary: 'Let a message of a ticket, and what followed if wanted, become a ticket of its own.',
    door: working,
    params: consoleParams,
    body: contract.splitBody,
    output: openedShape,
    status: 201,
    problems: [wrongState, contract.cannotSplit, unknownLink],
    write: (tx, { params, body }) => splitTicket(tx, params.ticket, body),
  }),
  route({
    method: 'PUT',
    path: `${base}/:ticket/parent`,
    summary: 'Put a ticket under another one of its organization, or take it out.',
    door: working,
    params: consoleParams,
    body: contract.parentBody,
    output: nothing,
    problems: [contract.cannotBeParent],
    write: async (tx, { params, body }) => {
      await setParent(tx, params.ticket, body.number);
      return undefined;
    },
  }),
];
