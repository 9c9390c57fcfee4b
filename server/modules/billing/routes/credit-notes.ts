import { memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { issueCreditNote } from '../commands/issue-credit-note.ts';
import { writeOffInvoice } from '../commands/write-off-invoice.ts';
import {
  alreadyPaid,
  documentQuery,
  invoiceVoid,
  notNumbered,
  organizationParams,
  paymentPending,
  staffInvoiceParams,
  staffInvoiceShape,
  voidBody,
} from '../contract.ts';
import * as contract from '../credit-contract.ts';
import { printCreditNote } from '../credit-papers.ts';
import { organizationOf } from '../invoice-row.ts';
import * as may from '../permissions.ts';
import { listCreditNotes, showCreditNote } from '../queries/credit-notes.ts';
import { languageOf } from './language.ts';
import { showStaffInvoice } from '../queries/show-invoice.ts';

const base = '/api/organizations/:organization/credit-notes';
const desk = '/api/console/credit-notes';

export const creditNoteRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Credit notes of an organization, newest first.',
    door: memberOrKey(may.readInvoices),
    params: organizationParams,
    query: contract.creditNoteQuery,
    output: contract.creditNotePage,
    read: (db, { params, query }) => listCreditNotes(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:creditNote`,
    summary: 'One credit note: what it takes back, and what became of it.',
    door: memberOrKey(may.readInvoices),
    params: contract.creditNoteParams,
    output: contract.creditNoteShape,
    read: (db, { params }) => showCreditNote(db, params.creditNote, params.organization),
  }),
  route({
    method: 'GET',
    path: `${base}/:creditNote/document`,
    summary: 'The credit note as a PDF.',
    door: memberOrKey(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.creditNoteParams,
    query: documentQuery,
    output: nothing,
    problems: [notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printCreditNote(
        ctx,
        { id: params.creditNote, organization: params.organization },
        languageOf(query, session),
      ),
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'The credit notes of all clients, newest first.',
    door: staff(may.readInvoices),
    query: contract.staffCreditNoteQuery,
    output: contract.creditNotePage,
    read: (db, { query }) => listCreditNotes(db, query.client ?? null, query),
  }),
  route({
    method: 'GET',
    path: `${desk}/:creditNote`,
    summary: 'One credit note as staff see it.',
    door: staff(may.readInvoices),
    params: contract.staffCreditNoteParams,
    output: contract.creditNoteShape,
    read: (db, { params }) => showCreditNote(db, params.creditNote, null),
  }),
  route({
    method: 'GET',
    path: `${desk}/:creditNote/document`,
    summary: 'The credit note as a PDF.',
    door: staff(may.readInvoices),
    params: contract.staffCreditNoteParams,
    query: documentQuery,
    output: nothing,
    problems: [notNumbered],
    download: (ctx, { params, query }, { session }) =>
      printCreditNote(ctx, { id: params.creditNote, organization: null }, languageOf(query, session)),
  }),
  route({
    method: 'POST',
    path: '/api/console/invoices/:invoice/credit-notes',
    summary: 'Take back all or part of an invoice by a credit note.',
    door: staff(may.issueCreditNotes),
    proof: 'recent',
    params: staffInvoiceParams,
    body: contract.creditNoteBody,
    output: contract.creditNoteShape,
    status: 201,
    problems: [contract.notCreditable, contract.moreThanCharged],
    write: async (tx, { params: { invoice }, body }) => {
      const { id } = await issueCreditNote(tx, {
        organization: await organizationOf(tx, invoice),
        invoice,
        reason: body.reason,
        note: body.note,
        lines: body.lines.map(({ position, net }) => ({ position, net: BigInt(net) })),
      });
      return showCreditNote(tx.db, id, null);
    },
  }),
  route({
    method: 'POST',
    path: '/api/console/invoices/:invoice/write-off',
    summary: 'Give up what is still owed on an invoice.',
    door: staff(may.writeOff),
    proof: 'recent',
    params: staffInvoiceParams,
    body: voidBody,
    output: staffInvoiceShape,
    problems: [alreadyPaid, invoiceVoid, paymentPending],
    write: async (tx, { params: { invoice }, body }) => {
      await writeOffInvoice(tx, { organization: await organizationOf(tx, invoice), invoice, ...body });
      return showStaffInvoice(tx.db, invoice);
    },
  }),
];
