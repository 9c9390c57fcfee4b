import { everything } from '../../../kernel/db/scope.ts';
import { member, memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { changeSetting } from '../commands/change-settings.ts';
import { promiseToPay, withdrawPromise } from '../commands/promise-to-pay.ts';
import { invoiceParams, staffInvoiceParams } from '../contract.ts';
import { lateFeesSettings } from '../dunning-contract.ts';
import { organizationOf } from '../invoice-row.ts';
import * as may from '../permissions.ts';
import * as contract from '../promise-contract.ts';
import { showPromises } from '../queries/promises.ts';
import { lateFees, promiseLimits } from '../settings.ts';

const own = '/api/organizations/:organization/invoices/:invoice/promises';
const desk = '/api/console/invoices/:invoice/promises';

export const promiseRoutes = [
  route({
    method: 'GET',
    path: own,
    summary: 'What was promised for an invoice, and until which day one may be named.',
    door: memberOrKey(may.readInvoices),
    params: invoiceParams,
    output: contract.promiseShape,
    within: everything,
    read: (db, { params }, { now }) => showPromises(db, params, { now, staff: false }),
  }),
  route({
    method: 'POST',
    path: own,
    summary: 'Name a day by which an overdue invoice will be paid; until then nobody is chased.',
    door: member(may.makePromises),
    params: invoiceParams,
    body: contract.promiseBody,
    output: contract.promiseShape,
    status: 201,
    problems: [contract.promiseRefused, contract.dayTooFar],
    within: everything,
    write: async (tx, { params, body }, { session }) => {
      await promiseToPay(tx, params, { ...body, by: session.person.id, byStaff: false });
      return showPromises(tx.db, params, { now: tx.now, staff: false });
    },
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'What was promised for an invoice.',
    door: staff(may.readInvoices),
    params: staffInvoiceParams,
    output: contract.promiseShape,
    read: async (db, { params: { invoice } }, { now }) => {
      const organization = await organizationOf({ db }, invoice);
      return showPromises(db, { organization, invoice }, { now, staff: true });
    },
  }),
  route({
    method: 'POST',
    path: desk,
    summary: 'Note for a client by which day an overdue invoice will be paid.',
    door: staff(may.makePromises),
    params: staffInvoiceParams,
    body: contract.promiseBody,
    output: contract.promiseShape,
    status: 201,
    problems: [contract.promiseRefused, contract.dayTooFar],
    write: async (tx, { params: { invoice }, body }, { session }) => {
      const key = { organization: await organizationOf(tx, invoice), invoice };
      await promiseToPay(tx, key, { ...body, by: session.person.id, byStaff: true });
      return showPromises(tx.db, key, { now: tx.now, staff: true });
    },
  }),
  route({
    method: 'DELETE',
    path: desk,
    summary: 'Take a promise back; collection goes on.',
    door: staff(may.makePromises),
    params: staffInvoiceParams,
    output: contract.promiseShape,
    problems: [wrongState],
    write: async (tx, { params: { invoice } }) => {
      const key = { organization: await organizationOf(tx, invoice), invoice };
      await withdrawPromise(tx, key);
      return showPromises(tx.db, key, { now: tx.now, staff: true });
    },
  }),
  route({
    method: 'PUT',
    path: '/api/console/billing-settings/promises',
    summary: 'Change within which limits clients may promise to pay later.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.promiseLimitsSettings.shape.value,
    output: contract.promiseLimitsSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, promiseLimits, body, version),
  }),
  route({
    method: 'PUT',
    path: '/api/console/billing-settings/late-fees',
    summary: 'Change what paying late costs, where a timeline asks for it.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: lateFeesSettings.shape.value,
    output: lateFeesSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, lateFees, body, version),
  }),
];
