import { route, staff } from '../../../kernel/http/route.ts';
import { changeMany } from '../commands/desk/change-many.ts';
import { undoMany } from '../commands/desk/undo-many.ts';
import { notAssignable, unknownLink } from '../contract.ts';
import * as contract from '../desk-contract.ts';
import * as may from '../permissions.ts';

const base = '/api/console/tickets';
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
];
