import { route, staff } from '../../../kernel/http/route.ts';
import {
  addTimeline,
  archiveTimeline,
  changeTimeline,
  changeWorkingDays,
} from '../commands/change-dunning.ts';
import { staffInvoiceParams } from '../contract.ts';
import * as contract from '../dunning-contract.ts';
import * as may from '../permissions.ts';
import { listCollectionConcerns } from '../queries/collection-concerns.ts';
import { listTimelines } from '../queries/dunning-timelines.ts';
import { previewPlan } from '../queries/preview-plan.ts';
import { showCollection } from '../queries/show-collection.ts';

const base = '/api/console/dunning-timelines';

export const dunningRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'What happens around the due date, by family of products.',
    door: staff(may.manageBillingSettings),
    output: contract.timelinesShape,
    read: (db) => listTimelines(db),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Make a timeline for some groups and products.',
    door: staff(may.manageBillingSettings),
    body: contract.timelineBody,
    output: contract.timelinesShape,
    status: 201,
    problems: [contract.planRefused, contract.familyTaken],
    write: async (tx, { body }) => {
      await addTimeline(tx, body);
      return listTimelines(tx.db);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:timeline`,
    summary: 'Save the next version of a timeline. Invoices that are overdue keep the one they follow.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    params: contract.timelineParams,
    body: contract.timelineBody,
    output: contract.timelinesShape,
    problems: [contract.planRefused, contract.familyTaken, contract.isTheDefault],
    write: async (tx, { params, body }, { version }) => {
      await changeTimeline(tx, params.timeline, version, body);
      return listTimelines(tx.db);
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/:timeline`,
    summary: 'Put a timeline away; its families follow the one for everything else.',
    door: staff(may.manageBillingSettings),
    params: contract.timelineParams,
    output: contract.timelinesShape,
    problems: [contract.isTheDefault],
    write: async (tx, { params }) => {
      await archiveTimeline(tx, params.timeline);
      return listTimelines(tx.db);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/preview`,
    summary:
      'What a timeline that is being edited would do, day by day, with what would be written. Changes nothing.',
    door: staff(may.manageBillingSettings),
    body: contract.planPreviewBody,
    output: contract.planPreviewShape,
    read: (db, { body }, { now, session }) =>
      previewPlan(db, body.plan, { locale: body.locale, timeZone: session.person.timeZone, now }),
  }),
  route({
    method: 'PUT',
    path: '/api/console/billing-settings/working-days',
    summary: 'Change on which days the business works.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.workingDaysSettings.shape.value,
    output: contract.workingDaysSettings,
    write: (tx, { body }, { version }) => changeWorkingDays(tx, body, version),
  }),
  route({
    method: 'GET',
    path: '/api/console/invoices/:invoice/collection',
    summary: 'How it stands with getting an open invoice paid.',
    door: staff(may.readInvoices),
    params: staffInvoiceParams,
    output: contract.collectionShape,
    read: (db, { params }, { now }) => showCollection(db, params.invoice, now),
  }),
  route({
    method: 'GET',
    path: '/api/console/collection-concerns',
    summary: 'What in collections waits for a person.',
    door: staff(may.readInvoices),
    output: contract.concernsShape,
    read: (db, _, { now }) => listCollectionConcerns(db, now),
  }),
];
