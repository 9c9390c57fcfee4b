import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { changeSetting } from '../commands/change-settings.ts';
import { documentQuery } from '../contract.ts';
import * as may from '../permissions.ts';
import { readDeferredRevenue } from '../queries/deferred-revenue.ts';
import * as contract from '../revenue-contract.ts';
import { revenueFile } from '../revenue-file.ts';
import { revenueTerms } from '../revenue-settings.ts';
import { languageOf } from './language.ts';

const report = '/api/console/deferred-revenue';
const settings = '/api/console/billing-settings/revenue';

export const revenueRoutes = [
  route({
    method: 'GET',
    path: report,
    summary:
      'What was invoiced for days to come, by the month it becomes revenue, and what months recognized.',
    door: staff(may.manageBillingSettings),
    output: contract.deferredRevenueShape,
    read: (db, _, { now }) => readDeferredRevenue(db, now),
  }),
  route({
    method: 'GET',
    path: `${report}/file`,
    summary: 'The same as CSV.',
    door: staff(may.manageBillingSettings),
    query: documentQuery,
    output: nothing,
    download: (ctx, { query }, { session }) => revenueFile(ctx, languageOf(query, session)),
  }),
  route({
    method: 'GET',
    path: settings,
    summary: 'From which day on invoices defer what is for days to come.',
    door: staff(may.manageBillingSettings),
    output: contract.revenueSettings,
    read: (db) => readSetting(db, revenueTerms),
  }),
  route({
    method: 'PUT',
    path: settings,
    summary:
      'Change from which day on invoices defer what is for days to come. What is issued stays as it is.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.revenueSettings.shape.value,
    output: contract.revenueSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, revenueTerms, body, version),
  }),
];
