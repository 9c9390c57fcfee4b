import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { manageInvoices, readInvoices } from '../billing/index.ts';
import { assumptionOf } from './assumption.ts';
import { cancelRehearsal } from './commands/cancel-rehearsal.ts';
import { startRehearsal } from './commands/start-rehearsal.ts';
import * as contract from './contract.ts';
import { rehearseClient } from './queries/client.ts';
import { listHappenings, listRehearsals, listSums, showRehearsal } from './queries/rehearsals.ts';
import { reportFile } from './report-file.ts';

const base = '/api/console/rehearsals';

export const routes = [
  route({
    method: 'GET',
    path: '/api/console/clients/:client/rehearsal',
    summary: 'What happens to a client in the days to come if it does as is assumed. Changes nothing.',
    door: staff(readInvoices),
    params: contract.clientParams,
    query: contract.clientQuery,
    output: contract.clientRehearsalShape,
    act: (ctx, { params, query: { days, assumption, lateDays } }, { now }) =>
      rehearseClient(ctx, params.client, { days, assumption: assumptionOf(assumption, lateDays), now }),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Rehearsals for all clients, the latest first.',
    door: staff(readInvoices),
    query: contract.listQuery,
    output: contract.rehearsalPage,
    read: (db, { query }) => listRehearsals(db, query),
  }),
  route({
    method: 'POST',
    path: base,
    summary:
      'Find out what happens to all clients in the days to come. Writes nothing to the books, and sends nothing.',
    door: staff(manageInvoices),
    body: contract.rehearsalBody,
    output: contract.rehearsalShape,
    status: 201,
    problems: [contract.underWay],
    write: async (tx, { body }) => showRehearsal(tx.db, await startRehearsal(tx, body)),
  }),
  route({
    method: 'GET',
    path: `${base}/:rehearsal`,
    summary: 'How far a rehearsal is, and what it comes to by kind and currency.',
    door: staff(readInvoices),
    params: contract.rehearsalParams,
    output: contract.rehearsalShape,
    read: (db, { params }) => showRehearsal(db, params.rehearsal),
  }),
  route({
    method: 'POST',
    path: `${base}/:rehearsal/cancel`,
    summary: 'Stop a rehearsal. What it has found stays.',
    door: staff(manageInvoices),
    params: contract.rehearsalParams,
    output: contract.rehearsalShape,
    problems: [contract.isOver],
    write: async (tx, { params }) => {
      await cancelRehearsal(tx, params.rehearsal);
      return showRehearsal(tx.db, params.rehearsal);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/:rehearsal/sums`,
    summary: 'What a rehearsal comes to by kind and currency: of each month, or of each day of one.',
    door: staff(readInvoices),
    params: contract.rehearsalParams,
    query: contract.sumsQuery,
    output: contract.sumsShape,
    read: (db, { params, query }) => listSums(db, params.rehearsal, query.month),
  }),
  route({
    method: 'GET',
    path: `${base}/:rehearsal/happenings`,
    summary: 'What happens in a rehearsal, day by day and within a day by client.',
    door: staff(readInvoices),
    params: contract.rehearsalParams,
    query: contract.happeningQuery,
    output: contract.happeningPage,
    read: (db, { params, query }) => listHappenings(db, params.rehearsal, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:rehearsal/file`,
    summary: 'What happens in a rehearsal, as CSV.',
    door: staff(readInvoices),
    params: contract.rehearsalParams,
    query: contract.fileQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      reportFile(ctx, params.rehearsal, query.lang ?? session.person.locale),
  }),
];
