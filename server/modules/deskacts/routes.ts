import { route, staff } from '../../kernel/http/route.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { goodwillLimit, invoiceVoid, notNumbered, readInvoices } from '../billing/index.ts';
import { manageServices } from '../services/index.ts';
import { readTickets } from '../support/index.ts';
import { askRoutes } from './ask-routes.ts';
import { giveCreditBeside } from './commands/give-credit.ts';
import { resumeBeside, suspendBeside } from './commands/hold-service.ts';
import { sendInvoice } from './commands/send-invoice.ts';
import * as contract from './contract.ts';
import { giveCreditAtDesk } from './permissions.ts';
import { readClientPanel } from './queries/client-panel.ts';

const base = '/api/console/tickets/:ticket';

export const routes = [
  route({
    method: 'GET',
    path: `${base}/client`,
    summary: 'The client beside a ticket: services, invoices, payments and credit, with what can be done.',
    door: staff(readTickets),
    params: contract.ticketParams,
    output: contract.clientPanel,
    read: (db, { params }, { session, now }) => readClientPanel(db, params.ticket, session, now),
  }),
  route({
    method: 'POST',
    path: `${base}/client/send-invoice`,
    summary: 'Mail an invoice again, with its PDF, to somebody of the client or to the billing address.',
    door: staff(readInvoices),
    params: contract.ticketParams,
    body: contract.sendBody,
    output: contract.clientPanel,
    problems: [contract.notOfTicket, contract.notReader, notNumbered, invoiceVoid],
    act: async (ctx, { params, body }, { session }) => {
      await sendInvoice(ctx, params.ticket, body);
      return ctx.read((db) => readClientPanel(db, params.ticket, session, ctx.clock.now()));
    },
  }),
  route({
    method: 'POST',
    path: `${base}/client/suspend`,
    summary: 'Put a service of the client on hold, and note it in the ticket.',
    door: staff(manageServices),
    params: contract.ticketParams,
    body: contract.suspendBody,
    output: contract.clientPanel,
    problems: [contract.notOfTicket, wrongState],
    write: async (tx, { params, body }, { session }) => {
      await suspendBeside(tx, params.ticket, body);
      return readClientPanel(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/client/resume`,
    summary: 'Take one reason for the hold of a service away, and note it in the ticket.',
    door: staff(manageServices),
    params: contract.ticketParams,
    body: contract.resumeBody,
    output: contract.clientPanel,
    problems: [contract.notOfTicket, wrongState],
    write: async (tx, { params, body }, { session }) => {
      await resumeBeside(tx, params.ticket, body);
      return readClientPanel(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/client/credit`,
    summary: 'Give the client credit at the business’s cost, within what one’s role may give in a day.',
    door: staff(giveCreditAtDesk),
    proof: 'recent',
    params: contract.ticketParams,
    body: contract.creditBody,
    output: contract.clientPanel,
    problems: [contract.overDailyLimit, goodwillLimit],
    write: async (tx, { params, body }, { session }) => {
      await giveCreditBeside(tx, session, params.ticket, body);
      return readClientPanel(tx.db, params.ticket, session, tx.now);
    },
  }),
  ...askRoutes,
];
