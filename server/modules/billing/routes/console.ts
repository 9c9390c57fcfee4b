import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { apartBody, notApart } from '../apart-contract.ts';
import { applyCredit } from '../commands/apply-credit.ts';
import { billApart } from '../commands/bill-apart.ts';
import { changeSetting, readBillingSettings } from '../commands/change-settings.ts';
import { voidInvoice } from '../commands/void-invoice.ts';
import { writeManualInvoice } from '../commands/write-manual-invoice.ts';
import * as contract from '../contract.ts';
import { organizationOf, toNumber } from '../invoice-row.ts';
import { printInvoice, printReceipt } from '../papers.ts';
import * as may from '../permissions.ts';
import { readAgeing } from '../queries/ageing.ts';
import { listAllInvoices } from '../queries/list-invoices.ts';
import { listRenewals } from '../queries/list-renewals.ts';
import { previewInvoice } from '../queries/preview-invoice.ts';
import { showStaffInvoice } from '../queries/show-invoice.ts';
import * as settingsContract from '../settings-contract.ts';
import { invoicing, seller } from '../settings.ts';
import { languageOf } from './language.ts';
import { taxTerms } from '../tax-settings.ts';

const base = '/api/console/invoices';
const settings = '/api/console/billing-settings';

/** An act of staff on one invoice: with its organization, and answered with what the invoice is then. */
function onInvoice(
  act: (tx: Tx, key: { organization: Id<'organization'>; invoice: Id<'invoice'> }) => Promise<unknown>,
) {
  return async (tx: Tx, { invoice }: z.output<typeof contract.staffInvoiceParams>) => {
    await act(tx, { organization: await organizationOf(tx, invoice), invoice });
    return showStaffInvoice(tx.db, invoice);
  };
}

export const consoleRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The invoices of all clients, newest first.',
    door: staff(may.readInvoices),
    query: contract.staffInvoiceQuery,
    output: contract.staffInvoicePage,
    read: (db, { query }) => listAllInvoices(db, query),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Issue an invoice written by hand.',
    door: staff(may.manageInvoices),
    body: contract.manualInvoiceBody,
    output: contract.staffInvoiceShape,
    status: 201,
    problems: [contract.nothingToInvoice, contract.dueTooEarly],
    write: async (tx, { body }) => showStaffInvoice(tx.db, (await writeManualInvoice(tx, body)).id),
  }),
  route({
    method: 'POST',
    path: `${base}/:invoice/apart`,
    summary: 'Bill some of the renewals on an invoice of a client by themselves.',
    door: staff(may.manageInvoices),
    params: contract.staffInvoiceParams,
    body: apartBody,
    output: contract.staffInvoiceShape,
    problems: [notApart],
    write: async (tx, { params: { invoice }, body: { services } }) => {
      await billApart(tx, { organization: await organizationOf(tx, invoice), invoice, services });
      return showStaffInvoice(tx.db, invoice);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/preview`,
    summary: 'What an invoice with these lines would amount to.',
    door: staff(may.manageInvoices),
    body: contract.previewBody,
    output: contract.previewShape,
    read: async (db, { body }, { now }) => {
      const lines = body.lines.map(({ taxCategory, unitPrice, taxIncluded = null, ...line }) => ({
        ...line,
        taxIncluded,
        unitPrice: BigInt(unitPrice),
        ...(taxCategory && { taxCategory }),
      }));
      const { subtotal, taxes, total } = await previewInvoice(db, body.currency, lines, {
        organization: body.organization,
        at: now,
      });
      return { subtotal: toNumber(subtotal), taxes, total: toNumber(total) };
    },
  }),
  route({
    method: 'GET',
    path: `${base}/:invoice`,
    summary: 'One invoice as staff see it.',
    door: staff(may.readInvoices),
    params: contract.staffInvoiceParams,
    output: contract.staffInvoiceShape,
    read: (db, { params }) => showStaffInvoice(db, params.invoice),
  }),
  route({
    method: 'POST',
    path: `${base}/:invoice/void`,
    summary: 'Take an invoice back; what was paid on it becomes credit.',
    door: staff(may.manageInvoices),
    proof: 'recent',
    params: contract.staffInvoiceParams,
    body: contract.voidBody,
    output: contract.staffInvoiceShape,
    problems: [contract.alreadyPaid, contract.invoiceVoid],
    write: (tx, { params, body }) =>
      onInvoice((inside, key) => voidInvoice(inside, { ...key, reason: body.reason }))(tx, params),
  }),
  route({
    method: 'POST',
    path: `${base}/:invoice/credit`,
    summary: "Pay an invoice from the client's credit.",
    door: staff(may.useCredit),
    params: contract.staffInvoiceParams,
    body: contract.creditBody,
    output: contract.staffInvoiceShape,
    problems: [contract.noCredit, contract.alreadyPaid, contract.invoiceVoid, contract.paymentPending],
    write: (tx, { params, body }) =>
      onInvoice((inside, key) =>
        applyCredit(inside, {
          ...key,
          ...(body.amount === undefined ? {} : { atMost: BigInt(body.amount) }),
        }),
      )(tx, params),
  }),
  route({
    method: 'GET',
    path: `${base}/:invoice/document`,
    summary: 'The invoice as a PDF.',
    door: staff(may.readInvoices),
    params: contract.staffInvoiceParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printInvoice(ctx, { id: params.invoice, organization: null }, languageOf(query, session)),
  }),
  route({
    method: 'GET',
    path: '/api/console/receipts/:receipt/document',
    summary: 'The receipt (kwitansi) as a PDF.',
    door: staff(may.readInvoices),
    params: contract.staffReceiptParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printReceipt(ctx, { id: params.receipt, organization: null }, languageOf(query, session)),
  }),
  route({
    method: 'GET',
    path: '/api/console/ageing',
    summary: 'What is open, per currency, by how late it is.',
    door: staff(may.readInvoices),
    output: contract.ageingShape,
    act: (ctx) => ctx.read((db) => readAgeing(db, ctx.clock.now())),
  }),
  route({
    method: 'GET',
    path: '/api/console/upcoming-renewals',
    summary: 'What is going to be invoiced next, and when.',
    door: staff(may.readInvoices),
    query: contract.renewalQuery,
    output: contract.renewalPage,
    read: (db, { query }) => listRenewals(db, null, query),
  }),
  route({
    method: 'GET',
    path: settings,
    summary: 'How the business invoices: who sells and under which terms.',
    door: staff(may.manageBillingSettings),
    output: settingsContract.settingsShape,
    read: (db) => readBillingSettings(db),
  }),
  route({
    method: 'PUT',
    path: `${settings}/seller`,
    summary: 'Change who sells.',
    door: staff(may.manageBillingSettings),
    proof: 'recent',
    ifMatch: true,
    body: settingsContract.sellerSettings.shape.value,
    output: settingsContract.sellerSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, seller, body, version),
  }),
  route({
    method: 'PUT',
    path: `${settings}/invoicing`,
    summary: 'Change the terms of invoices: due days, numbers, credit.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: settingsContract.invoicingSettings.shape.value,
    output: settingsContract.invoicingSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, invoicing, body, version),
  }),
  route({
    method: 'PUT',
    path: `${settings}/tax`,
    summary: 'Change how the business stands with taxes.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: settingsContract.taxSettings.shape.value,
    output: settingsContract.taxSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, taxTerms, body, version),
  }),
];
