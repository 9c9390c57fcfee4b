import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { changeSetting } from '../commands/change-settings.ts';
import { decideHeldBack } from '../commands/decide-held-back.ts';
import { startDryRun } from '../commands/dry-run.ts';
import { documentQuery } from '../contract.ts';
import * as may from '../permissions.ts';
import { listHeldBack, listRunClients, listRuns, showRun } from '../queries/billing-runs.ts';
import * as contract from '../run-contract.ts';
import { runFile } from '../run-file.ts';
import { runBounds } from '../run-settings.ts';
import { languageOf } from './language.ts';

const base = '/api/console/billing-runs';
const held = '/api/console/held-back';
const bounds = '/api/console/billing-run-bounds';

export const runRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Billing runs and dry runs, the latest first.',
    door: staff(may.readInvoices),
    query: contract.runQuery,
    output: contract.runPage,
    read: (db, { query }) => listRuns(db, query),
  }),
  route({
    method: 'POST',
    path: base,
    summary:
      'Find out what a billing run would do now. Bills nothing; one that is under way is gone on with.',
    door: staff(may.manageInvoices),
    output: contract.runShape,
    status: 201,
    write: async (tx) => showRun(tx.db, await startDryRun(tx)),
  }),
  route({
    method: 'GET',
    path: `${base}/:run`,
    summary: 'How far a run is, and what it came to.',
    door: staff(may.readInvoices),
    params: contract.runParams,
    output: contract.runShape,
    read: (db, { params }) => showRun(db, params.run),
  }),
  route({
    method: 'GET',
    path: `${base}/:run/clients`,
    summary: 'What a dry run found of each client.',
    door: staff(may.readInvoices),
    params: contract.runParams,
    query: contract.runClientQuery,
    output: contract.runClientPage,
    read: (db, { params, query }) => listRunClients(db, params.run, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:run/file`,
    summary: 'What a dry run found of each client, as CSV.',
    door: staff(may.readInvoices),
    params: contract.runParams,
    query: documentQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) => runFile(ctx, params.run, languageOf(query, session)),
  }),
  route({
    method: 'GET',
    path: held,
    summary: 'What billing runs did not bill since it looks wrong, by client, longest first.',
    door: staff(may.readInvoices),
    query: contract.heldQuery,
    output: contract.heldPage,
    read: (db, { query }) => listHeldBack(db, query),
  }),
  route({
    method: 'POST',
    path: `${held}/:client/bill`,
    summary: 'Bill all that is held back of a client, however it looks.',
    door: staff(may.manageInvoices),
    params: contract.heldParams,
    output: nothing,
    write: (tx, { params }) => decideHeldBack(tx, params.client, 'bill'),
  }),
  route({
    method: 'POST',
    path: `${held}/:client/look-again`,
    summary: 'Let the next run look again at what is held back of a client, since it has been mended.',
    door: staff(may.manageInvoices),
    params: contract.heldParams,
    output: nothing,
    write: (tx, { params }) => decideHeldBack(tx, params.client, 'look_again'),
  }),
  route({
    method: 'GET',
    path: bounds,
    summary: 'What a billing run does not bill by itself.',
    door: staff(may.manageBillingSettings),
    output: contract.boundsShape,
    read: (db) => readSetting(db, runBounds),
  }),
  route({
    method: 'PUT',
    path: bounds,
    summary: 'Change what a billing run does not bill by itself.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.boundsShape.shape.value,
    output: contract.boundsShape,
    write: (tx, { body }, { version }) => changeSetting(tx, runBounds, body, version),
  }),
];
