import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything, scopeOf } from '../../../kernel/db/scope.ts';
import { member, memberOrKey, route } from '../../../kernel/http/route.ts';
import { readGroup } from '../../organizations/index.ts';
import { apartBody, notApart } from '../apart-contract.ts';
import { applyCredit } from '../commands/apply-credit.ts';
import { billApart } from '../commands/bill-apart.ts';
import * as contract from '../contract.ts';
import * as statements from '../statement-contract.ts';
import { toNumber } from '../invoice-row.ts';
import { groupStatement, groupStatementFile, printGroupStatement } from '../group-papers.ts';
import { printInvoice, printReceipt } from '../papers.ts';
import * as may from '../permissions.ts';
import { listAbove } from '../queries/list-above.ts';
import { groupOf } from '../queries/group-statement.ts';
import { listInvoices } from '../queries/list-invoices.ts';
import { listRenewals } from '../queries/list-renewals.ts';
import { showInvoice } from '../queries/show-invoice.ts';
import { readCredit } from '../queries/credit.ts';
import { balanceOn, readStatement } from '../queries/statement.ts';
import { billingSummary } from '../queries/summary.ts';
import { statementFile } from '../statement-file.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { languageOf } from './language.ts';

const base = '/api/organizations/:organization';
const inGroup = (ctx: Ctx, { person, organizations }: Session) =>
  ctx.within(scopeOf(person.id, organizations));

export const portalRoutes = [
  route({
    method: 'GET',
    path: `${base}/invoices`,
    summary: 'The invoices of an organization, newest first.',
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    query: contract.invoiceQuery,
    output: contract.invoicePage,
    read: (db, { params, query }) => listInvoices(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/invoices-above`,
    summary: 'What was invoiced for an organization and is owed by one above it, newest first.',
    door: member(may.readInvoices),
    params: contract.organizationParams,
    query: contract.aboveQuery,
    output: contract.abovePage,
    read: (db, { params, query }) => listAbove(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice`,
    summary: 'One invoice: its lines, what has paid it, and what may be done.',
    door: memberOrKey(may.readInvoices),
    params: contract.invoiceParams,
    output: contract.invoiceShape,
    read: (db, { params }) => showInvoice(db, params.organization, params.invoice),
  }),
  route({
    method: 'POST',
    path: `${base}/invoices/:invoice/apart`,
    summary: 'Bill some of the renewals on an invoice by themselves.',
    door: member(may.manageTaxProfile),
    params: contract.invoiceParams,
    body: apartBody,
    output: contract.invoiceShape,
    problems: [notApart],
    within: everything,
    write: async (tx, { params, body }) => {
      await billApart(tx, { ...params, ...body });
      return showInvoice(tx.db, params.organization, params.invoice);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice/document`,
    summary: 'The invoice as a PDF.',
    door: memberOrKey(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.invoiceParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printInvoice(
        ctx,
        { id: params.invoice, organization: params.organization },
        languageOf(query, session),
      ),
  }),
  route({
    method: 'GET',
    path: `${base}/receipts/:receipt/document`,
    summary: 'The receipt (kwitansi) as a PDF.',
    door: memberOrKey(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.receiptParams,
    query: contract.documentQuery,
    output: nothing,
    problems: [contract.notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printReceipt(
        ctx,
        { id: params.receipt, organization: params.organization },
        languageOf(query, session),
      ),
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
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    output: contract.summaryShape,
    read: (db, { params }) => billingSummary(db, params.organization),
  }),
  route({
    method: 'GET',
    path: `${base}/statement`,
    summary: 'The account statement: what was invoiced and paid, with the balance after each.',
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    query: statements.statementQuery,
    output: statements.statementShape,
    read: (db, { params, query }) => readStatement(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/statement/file`,
    summary: 'The account statement as CSV.',
    door: memberOrKey(may.readInvoices),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.organizationParams,
    query: statements.statementFileQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      statementFile(ctx, params.organization, { ...query, lang: languageOf(query, session) }),
  }),
  route({
    method: 'GET',
    path: `${base}/group-statement`,
    summary: 'One statement of an organization and all below it, in one currency: each, and all together.',
    door: member(readGroup),
    params: contract.organizationParams,
    query: statements.groupStatementQuery,
    output: statements.groupStatementShape,
    // On purpose more than the organization of the path, here and below: those under it that this person belongs to.
    act: (ctx, { query }, { organization, session }) =>
      inGroup(ctx, session).read((db) => groupStatement(db, groupOf(organization, session), query)),
  }),
  route({
    method: 'GET',
    path: `${base}/group-statement/file`,
    summary: 'The statement of a group as CSV.',
    door: member(readGroup),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.organizationParams,
    query: statements.groupFileQuery,
    output: nothing,
    download: (ctx, { query }, { organization, session }) =>
      groupStatementFile(inGroup(ctx, session), groupOf(organization, session), {
        ...query,
        lang: languageOf(query, session),
      }),
  }),
  route({
    method: 'GET',
    path: `${base}/group-statement/document`,
    summary: 'The statement of a group as a PDF.',
    door: member(readGroup),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.organizationParams,
    query: statements.groupFileQuery,
    output: nothing,
    download: (ctx, { query }, { organization, session, now }) =>
      printGroupStatement(
        inGroup(ctx, session),
        groupOf(organization, session),
        { ...query, lang: languageOf(query, session) },
        now,
      ),
  }),
  route({
    method: 'GET',
    path: `${base}/balance`,
    summary: 'What was owed, and the credit there was, at the end of a day.',
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    query: statements.balanceQuery,
    output: statements.balanceShape,
    read: (db, { params, query }) => balanceOn(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/credit`,
    summary: 'The credit of the organization, and how it came and went.',
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    query: statements.creditQuery,
    output: statements.creditShape,
    read: (db, { params, query }) => readCredit(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/upcoming-renewals`,
    summary: 'What is going to be invoiced next, and when.',
    door: memberOrKey(may.readInvoices),
    params: contract.organizationParams,
    query: contract.renewalQuery,
    output: contract.renewalPage,
    read: (db, { params, query }) => listRenewals(db, params.organization, query),
  }),
];
