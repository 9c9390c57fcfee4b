import { everything } from '../../../kernel/db/scope.ts';
import { member, route } from '../../../kernel/http/route.ts';
import { applyCredit } from '../commands/apply-credit.ts';
import * as contract from '../contract.ts';
import { toNumber } from '../invoice-row.ts';
import { printInvoice, printReceipt } from '../papers.ts';
import * as may from '../permissions.ts';
import { listInvoices } from '../queries/list-invoices.ts';
import { listRenewals } from '../queries/list-renewals.ts';
import { showInvoice } from '../queries/show-invoice.ts';
import { balanceOn, readCredit, readStatement } from '../queries/statement.ts';
import { billingSummary } from '../queries/summary.ts';
import { statementFile } from '../statement-file.ts';
import { nothing } from '../../../kernel/http/shapes.ts';

const base = '/api/organizations/:organization';

export const portalRoutes = [
  route({
    method: 'GET',
    path: `${base}/invoices`,
    summary: 'The invoices of an organization, newest first.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.invoiceQuery,
    output: contract.invoicePage,
    read: (db, { params, query }) => listInvoices(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice`,
    summary: 'One invoice: its lines, what has paid it, and what may be done.',
    door: member(may.readInvoices),
    params: contract.invoiceParams,
    output: contract.invoiceShape,
    read: (db, { params }) => showInvoice(db, params.organization, params.invoice),
  }),
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice/document`,
    summary: 'The invoice as a PDF.',
    door: member(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.invoiceParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }) =>
      printInvoice(ctx, { id: params.invoice, organization: params.organization }, query.lang),
  }),
  route({
    method: 'GET',
    path: `${base}/receipts/:receipt/document`,
    summary: 'The receipt (kwitansi) as a PDF.',
    door: member(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.receiptParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }) =>
      printReceipt(ctx, { id: params.receipt, organization: params.organization }, query.lang),
  }),
  route({
    method: 'POST',
    path: `${base}/invoices/:invoice/credit`,
    summary: 'Pay an invoice from the credit of the organization.',
    door: member(may.useCredit),
    params: contract.invoiceParams,
    body: contract.creditBody,
    output: contract.creditUsed,
    problems: [contract.noCredit, contract.alreadyPaid, contract.invoiceVoid, contract.paymentPending],
    act: (ctx, { params, body }) =>
      ctx.within(everything).transact(async (tx) => {
        const { applied, balance, currency } = await applyCredit(tx, {
          ...params,
          ...(body.amount === undefined ? {} : { atMost: BigInt(body.amount) }),
        });
        return {
          applied: { amount: toNumber(applied), currency },
          balance: { amount: toNumber(balance), currency },
        };
      }),
  }),
  route({
    method: 'GET',
    path: `${base}/billing-summary`,
    summary: 'What the organization owes and has as credit, per currency.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    output: contract.summaryShape,
    read: (db, { params }) => billingSummary(db, params.organization),
  }),
  route({
    method: 'GET',
    path: `${base}/statement`,
    summary: 'The account statement: what was invoiced and paid, with the balance after each.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.statementQuery,
    output: contract.statementShape,
    read: (db, { params, query }) => readStatement(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/statement/file`,
    summary: 'The account statement as CSV.',
    door: member(may.readInvoices),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.organizationParams,
    query: contract.statementFileQuery,
    output: nothing,
    download: (ctx, { params, query }) => statementFile(ctx, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/balance`,
    summary: 'What was owed, and the credit there was, at the end of a day.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.balanceQuery,
    output: contract.balanceShape,
    read: (db, { params, query }) => balanceOn(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/credit`,
    summary: 'The credit of the organization, and how it came and went.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.creditQuery,
    output: contract.creditShape,
    read: (db, { params, query }) => readCredit(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/upcoming-renewals`,
    summary: 'What is going to be invoiced next, and when.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.renewalQuery,
    output: contract.renewalPage,
    read: (db, { params, query }) => listRenewals(db, params.organization, query),
  }),
];
