import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { unknownTier } from '../organizations/index.ts';
import { billTime, previewTime } from './commands/bill-time.ts';
import { changeTime, recordTime, removeTime } from './commands/record-time.ts';
import { dropTimer, startTimer, stopTimer } from './commands/run-timer.ts';
import { readTerms, setTerms } from './commands/set-terms.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { readBillable } from './queries/billable.ts';
import { entriesFile } from './queries/entries-file.ts';
import { listEntries } from './queries/entries.ts';
import { readTicketTime } from './queries/ticket-time.ts';

const base = '/api/console/time-entries';
const ofTicket = '/api/console/tickets/:ticket/time';
const ofClient = '/api/console/clients/:organization/billable-time';
const terms = '/api/console/time-rates';
const reading = staff(may.readTime);
const recording = staff(may.recordTime);
const billing = staff(may.billTime);
const ownProblems = [contract.timeBilled, contract.notYourTime];
const billProblems = [contract.unknownTime, contract.timeBilled, contract.noRate];
/** What a file holds at most. */
const mostInFile = 10_000;

export const routes = [
  route({
    method: 'GET',
    path: ofTicket,
    summary: 'Time that was worked on a ticket, and the timer of whoever asks.',
    door: reading,
    params: contract.ticketParams,
    output: contract.ticketTime,
    read: (db, { params }, { session, now }) => readTicketTime(db, params.ticket, session, now),
  }),
  route({
    method: 'POST',
    path: ofTicket,
    summary: 'Record time that was worked on a ticket.',
    door: recording,
    params: contract.ticketParams,
    body: contract.entryBody,
    output: contract.ticketTime,
    status: 201,
    problems: [contract.dayAhead],
    write: async (tx, { params, body }, { session }) => {
      await recordTime(tx, session, params.ticket, body);
      return readTicketTime(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${ofTicket}/timer`,
    summary: 'Start a timer on a ticket; one that runs on it already runs on.',
    door: recording,
    params: contract.ticketParams,
    output: contract.ticketTime,
    problems: [contract.timerRuns],
    write: async (tx, { params }, { session }) => {
      await startTimer(tx, session, params.ticket);
      return readTicketTime(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${ofTicket}/timer/stop`,
    summary: 'Stop the timer; what it counted is recorded.',
    door: recording,
    params: contract.ticketParams,
    body: contract.stopBody,
    output: contract.ticketTime,
    problems: [contract.noTimer],
    write: async (tx, { params, body }, { session }) => {
      await stopTimer(tx, session, params.ticket, body);
      return readTicketTime(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'DELETE',
    path: `${ofTicket}/timer`,
    summary: 'Drop the timer; nothing is recorded.',
    door: recording,
    params: contract.ticketParams,
    output: nothing,
    problems: [contract.noTimer],
    write: async (tx, { params }, { session }) => {
      await dropTimer(tx, session, params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Recorded time of all tickets, the latest first.',
    door: reading,
    query: contract.entryQuery,
    output: contract.entryPage,
    read: (db, { query }, { session }) => listEntries(db, query, session),
  }),
  route({
    method: 'GET',
    path: `${base}/file`,
    summary: 'The same as CSV, at most 10,000 entries.',
    door: reading,
    query: contract.fileQuery,
    output: nothing,
    download: async (ctx, { query }, { session }) => {
      const { items } = await ctx.read((db) => listEntries(db, { ...query, limit: mostInFile }, session));
      return entriesFile(items, session.person.locale);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:entry`,
    summary: 'Change time that is not billed: one’s own, or with the right also that of others.',
    door: recording,
    ifMatch: true,
    params: contract.entryParams,
    body: contract.entryBody,
    output: nothing,
    problems: [...ownProblems, contract.dayAhead],
    write: async (tx, { params, body }, { session, version }) => {
      await changeTime(tx, session, params.entry, version, body);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:entry`,
    summary: 'Remove time that is not billed.',
    door: recording,
    params: contract.entryParams,
    output: nothing,
    problems: ownProblems,
    write: async (tx, { params }, { session }) => {
      await removeTime(tx, session, params.entry);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: ofClient,
    summary: 'Time of a client that can be billed and is not.',
    door: billing,
    params: contract.clientParams,
    output: contract.billable,
    read: (db, { params }, { session }) => readBillable(db, params.organization, session),
  }),
  route({
    method: 'POST',
    path: `${ofClient}/preview`,
    summary: 'What an invoice of this time would be; nothing is written.',
    door: billing,
    params: contract.clientParams,
    body: contract.billBody,
    output: contract.workPreview,
    problems: billProblems,
    act: (ctx, { params, body }) =>
      ctx.read((db) => previewTime(db, params.organization, body, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: `${ofClient}/bill`,
    summary: 'Issue an invoice of this time; each entry is billed once.',
    door: billing,
    params: contract.clientParams,
    body: contract.billBody,
    output: contract.billedShape,
    status: 201,
    problems: billProblems,
    write: async (tx, { params, body }) => ({ invoiceId: await billTime(tx, params.organization, body) }),
  }),
  route({
    method: 'GET',
    path: terms,
    summary: 'What an hour costs whom, and how minutes are rounded.',
    door: billing,
    output: contract.termsShape,
    read: (db) => readTerms(db),
  }),
  route({
    method: 'PUT',
    path: terms,
    summary: 'Set what an hour costs whom, and how minutes are rounded, for what is billed from now on.',
    door: billing,
    ifMatch: true,
    body: contract.termsShape.shape.value,
    output: contract.termsShape,
    problems: [unknownTier, contract.unknownClient],
    write: async (tx, { body }, { version }) => {
      await setTerms(tx, body, version);
      return readTerms(tx.db);
    },
  }),
];
