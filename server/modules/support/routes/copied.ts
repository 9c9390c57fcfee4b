import { sql } from 'kysely';
import { everything } from '../../../kernel/db/scope.ts';
import { member, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { copyAddress } from '../commands/copy-address.ts';
import { endCopy, mayEndCopy } from '../commands/end-copy.ts';
import { consoleParams, ticketParams } from '../contract.ts';
import * as contract from '../copied-contract.ts';
import * as may from '../permissions.ts';
import { seeingOf, visible } from '../seeing.ts';

const writing = member(may.useTickets);
const working = staff(may.workTickets);
const all = sql<boolean>`true`;
const problems = contract.copyRefusals;

export const copiedRoutes = [
  route({
    method: 'POST',
    path: '/api/organizations/:organization/tickets/:ticket/copied',
    summary:
      'Copy the replies of a ticket to an outside address from now on; a colleague follows it instead.',
    door: writing,
    limit: { per: 'person', points: 60, seconds: 3600 },
    params: ticketParams,
    body: contract.copiedBody,
    output: contract.copiedShape,
    status: 201,
    problems,
    within: everything,
    write: (tx, { params, body }, { organization, session }) =>
      copyAddress(tx, session.person, {
        ...body,
        ticket: params.ticket,
        visible: visible(seeingOf(organization, session)),
        side: 'client',
      }),
  }),
  route({
    method: 'DELETE',
    path: '/api/organizations/:organization/tickets/:ticket/copied/:copied',
    summary: 'Copy no more replies to an outside address: on your own ticket, or one that you added.',
    door: writing,
    params: contract.copiedParams,
    output: nothing,
    within: everything,
    write: async (tx, { params }, { organization, session }) => {
      const seeing = seeingOf(organization, session);
      const allowed = sql<boolean>`${visible(seeing)} and ${mayEndCopy(seeing)}`;
      await endCopy(tx, allowed, { ...params, side: 'client' });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/console/tickets/:ticket/copied',
    summary: 'Copy the replies of a ticket to an outside address from now on.',
    door: working,
    params: consoleParams,
    body: contract.copiedBody,
    output: contract.copiedShape,
    status: 201,
    problems,
    write: (tx, { params, body }, { session }) =>
      copyAddress(tx, session.person, { ...body, ticket: params.ticket, visible: all, side: 'staff' }),
  }),
  route({
    method: 'DELETE',
    path: '/api/console/tickets/:ticket/copied/:copied',
    summary: 'Copy no more replies to an outside address.',
    door: working,
    params: contract.consoleCopiedParams,
    output: nothing,
    write: async (tx, { params }) => {
      await endCopy(tx, all, { ...params, side: 'staff' });
      return undefined;
    },
  }),
];
