import { everything } from '../../../kernel/db/scope.ts';
import { fileTooLarge } from '../../../kernel/files.ts';
import { member, memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { fileInfected, scannerUnavailable } from '../../../kernel/malware.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { changeTaxProfile } from '../commands/change-tax-profile.ts';
import { addTaxRule, changeTaxRule, removeTaxRule } from '../commands/change-tax-rules.ts';
import { decideOnSlip, mostSlipBytes, submitSlip } from '../commands/prove-withholding.ts';
import { reopenWithholding } from '../commands/reopen-withholding.ts';
import { setExchangeRate } from '../commands/set-exchange-rate.ts';
import { withholdTax } from '../commands/withhold-tax.ts';
import {
  alreadyPaid,
  documentQuery,
  invoiceParams,
  invoiceVoid,
  paymentPending,
  staffInvoiceParams,
} from '../contract.ts';
import * as may from '../permissions.ts';
import { printProForma } from '../pro-forma.ts';
import { readCanonicalCreditNote, readCanonicalInvoice } from '../queries/canonical.ts';
import { showTaxProfile } from '../queries/tax-profile.ts';
import { listExchangeRates, listTaxRules, workExamples } from '../queries/tax-rules.ts';
import { listWithholdings, openSlip, showWithholdings } from '../queries/withholdings.ts';
import { staffCreditNoteParams } from '../credit-contract.ts';
import * as contract from '../tax-contract.ts';
import { languageOf } from './language.ts';

/** Done, with nothing to say. */
async function done(work: Promise<void>): Promise<undefined> {
  await work;
}

const own = '/api/organizations/:organization';
const desk = '/api/console';

const portal = [
  route({
    method: 'GET',
    path: `${own}/tax-profile`,
    summary: 'How the organization stands with taxes.',
    door: memberOrKey(may.readInvoices),
    params: contract.profileParams,
    output: contract.profileShape,
    read: (db, { params }) => showTaxProfile(db, params.organization, false),
  }),
  route({
    method: 'PUT',
    path: `${own}/tax-profile`,
    summary: 'Change how the organization stands with taxes.',
    door: member(may.manageTaxProfile),
    ifMatch: true,
    params: contract.profileParams,
    body: contract.ownProfileBody,
    output: contract.profileShape,
    within: everything,
    write: async (tx, { params, body }, { version }) => {
      await changeTaxProfile(tx, params.organization, body, { version, staff: false });
      return showTaxProfile(tx.db, params.organization, false);
    },
  }),
  route({
    method: 'GET',
    path: `${own}/invoices/:invoice/withholdings`,
    summary: 'The tax that was withheld of an invoice, and that may be.',
    door: memberOrKey(may.readInvoices),
    params: invoiceParams,
    output: contract.withholdingsShape,
    read: (db, { params }, { now }) => showWithholdings(db, params, now),
  }),
  route({
    method: 'POST',
    path: `${own}/invoices/:invoice/withholdings`,
    summary: 'Pay an invoice less the tax that is withheld of it.',
    door: member(may.withholdTaxes),
    params: invoiceParams,
    body: contract.withholdBody,
    output: contract.withholdingsShape,
    status: 201,
    problems: [
      contract.nothingToWithhold,
      contract.alreadyWithheld,
      contract.lessIsOwed,
      alreadyPaid,
      invoiceVoid,
      paymentPending,
    ],
    within: everything,
    write: async (tx, { params, body }, { session }) => {
      await withholdTax(tx, { ...params, kinds: [...new Set(body.kinds)], by: session.person.id });
      return showWithholdings(tx.db, params, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/withholdings/:withholding/slip`,
    summary: 'Send the slip that proves what was withheld.',
    door: member(may.withholdTaxes),
    limit: { per: 'person', points: 30, seconds: 3600 },
    params: contract.withholdingParams,
    query: contract.slipQuery,
    output: nothing,
    problems: [
      wrongState,
      contract.slipTypeRefused,
      contract.wrongSlipAmount,
      fileTooLarge,
      fileInfected,
      scannerUnavailable,
    ],
    maxBytes: mostSlipBytes,
    upload: (ctx, { params, query, stream }, { session }) =>
      done(
        submitSlip(
          ctx,
          { ...params, by: session.person.id },
          { ...query, amount: BigInt(query.amount) },
          stream,
        ),
      ),
  }),
  route({
    method: 'GET',
    path: `${own}/withholdings/:withholding/slip`,
    summary: 'The slip that was sent.',
    door: member(may.readInvoices),
    params: contract.withholdingParams,
    output: nothing,
    download: (ctx, { params }) => openSlip(ctx, params),
  }),
];

const planned = [
  route({
    method: 'GET',
    path: `${own}/upcoming-renewals/:service/document`,
    summary: 'What the next period of a service is going to cost, as a pro-forma PDF that is no invoice.',
    door: member(may.readInvoices),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.renewalParams,
    query: documentQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      printProForma(ctx.within(everything), params, languageOf(query, session)),
  }),
];

const slips = [
  route({
    method: 'GET',
    path: `${desk}/withholdings`,
    summary: 'The tax that clients withheld, by when its slip is due.',
    door: staff(may.readInvoices),
    query: contract.withholdingQuery,
    output: contract.withholdingPage,
    read: (db, { query }) => listWithholdings(db, query),
  }),
  route({
    method: 'GET',
    path: `${desk}/invoices/:invoice/withholdings`,
    summary: 'The tax that was withheld of an invoice.',
    door: staff(may.readInvoices),
    params: staffInvoiceParams,
    output: contract.withholdingsShape,
    read: (db, { params }, { now }) => showWithholdings(db, { organization: null, ...params }, now),
  }),
  route({
    method: 'GET',
    path: `${desk}/withholdings/:withholding/slip`,
    summary: 'The slip that was sent.',
    door: staff(may.readInvoices),
    params: contract.staffWithholdingParams,
    output: nothing,
    download: (ctx, { params }) => openSlip(ctx, { organization: null, ...params }),
  }),
  route({
    method: 'POST',
    path: `${desk}/withholdings/:withholding/accept`,
    summary: 'Find the slip in order.',
    door: staff(may.manageInvoices),
    params: contract.staffWithholdingParams,
    output: nothing,
    problems: [wrongState],
    write: (tx, { params }, { session }) =>
      done(
        decideOnSlip(tx, { organization: null, ...params }, { by: session.person.id, refusedBecause: null }),
      ),
  }),
  route({
    method: 'POST',
    path: `${desk}/withholdings/:withholding/refuse`,
    summary: 'Ask for another slip, and say why.',
    door: staff(may.manageInvoices),
    params: contract.staffWithholdingParams,
    body: contract.refuseBody,
    output: nothing,
    problems: [wrongState],
    write: (tx, { params, body }, { session }) =>
      done(
        decideOnSlip(
          tx,
          { organization: null, ...params },
          { by: session.person.id, refusedBecause: body.reason },
        ),
      ),
  }),
  route({
    method: 'POST',
    path: `${desk}/withholdings/:withholding/reopen`,
    summary: 'Have what was withheld owed again.',
    door: staff(may.manageInvoices),
    params: contract.staffWithholdingParams,
    output: nothing,
    problems: [wrongState],
    write: (tx, { params }) => done(reopenWithholding(tx, { organization: null, ...params })),
  }),
];

const rules = [
  route({
    method: 'GET',
    path: `${desk}/tax-rules`,
    summary: 'Which tax falls on what, for whom and since when.',
    door: staff(may.manageBillingSettings),
    query: contract.ruleQuery,
    output: contract.rulesShape,
    read: (db, { query }) => listTaxRules(db, query.country),
  }),
  route({
    method: 'POST',
    path: `${desk}/tax-rules`,
    summary: 'Add a rule.',
    door: staff(may.manageBillingSettings),
    body: contract.ruleBody,
    output: contract.rulesShape,
    status: 201,
    problems: [contract.ruleExists],
    write: async (tx, { body }) => {
      await addTaxRule(tx, body);
      return listTaxRules(tx.db, body.country);
    },
  }),
  route({
    method: 'PUT',
    path: `${desk}/tax-rules/:rule`,
    summary: 'Change a rule; what is issued stays as it is.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    params: contract.ruleParams,
    body: contract.ruleBody,
    output: contract.rulesShape,
    problems: [contract.ruleExists],
    write: async (tx, { params, body }, { version }) => {
      await changeTaxRule(tx, params.rule, version, body);
      return listTaxRules(tx.db, body.country);
    },
  }),
  route({
    method: 'DELETE',
    path: `${desk}/tax-rules/:rule`,
    summary: 'Remove a rule; what is issued stays as it is.',
    door: staff(may.manageBillingSettings),
    params: contract.ruleParams,
    output: nothing,
    write: (tx, { params }) => done(removeTaxRule(tx, params.rule)),
  }),
  route({
    method: 'POST',
    path: `${desk}/tax-examples`,
    summary: 'What an amount would become today for different buyers.',
    door: staff(may.manageBillingSettings),
    body: contract.exampleBody,
    output: contract.exampleShape,
    read: (db, { body }, { now }) => workExamples(db, body, now),
  }),
  route({
    method: 'GET',
    path: `${desk}/exchange-rates`,
    summary: 'What currencies are worth in that of the books, newest first.',
    door: staff(may.manageBillingSettings),
    output: contract.ratesShape,
    read: (db) => listExchangeRates(db),
  }),
  route({
    method: 'POST',
    path: `${desk}/exchange-rates`,
    summary: 'Say what a currency is worth from a day on.',
    door: staff(may.manageBillingSettings),
    body: contract.rateBody,
    output: contract.ratesShape,
    problems: [contract.sameCurrency],
    write: async (tx, { body }) => {
      await setExchangeRate(tx, body);
      return listExchangeRates(tx.db);
    },
  }),
  route({
    method: 'GET',
    path: `${desk}/clients/:organization/tax-profile`,
    summary: 'How a client stands with taxes.',
    door: staff(may.readInvoices),
    params: contract.profileParams,
    output: contract.profileShape,
    read: (db, { params }) => showTaxProfile(db, params.organization, true),
  }),
  route({
    method: 'PUT',
    path: `${desk}/clients/:organization/tax-profile`,
    summary: 'Change how a client stands with taxes.',
    door: staff(may.manageTaxProfile),
    ifMatch: true,
    params: contract.profileParams,
    body: contract.profileBody,
    output: contract.profileShape,
    write: async (tx, { params, body }, { version }) => {
      await changeTaxProfile(tx, params.organization, body, { version, staff: true });
      return showTaxProfile(tx.db, params.organization, true);
    },
  }),
  route({
    method: 'GET',
    path: `${desk}/invoices/:invoice/canonical`,
    summary: 'The invoice in the terms of EN 16931, from which electronic invoices are made.',
    door: staff(may.readInvoices),
    params: staffInvoiceParams,
    output: contract.canonicalShape,
    read: (db, { params }) => readCanonicalInvoice(db, params.invoice),
  }),
  route({
    method: 'GET',
    path: `${desk}/credit-notes/:creditNote/canonical`,
    summary: 'The credit note in the terms of EN 16931, from which electronic ones are made.',
    door: staff(may.readInvoices),
    params: staffCreditNoteParams,
    output: contract.canonicalShape,
    read: (db, { params }) => readCanonicalCreditNote(db, params.creditNote),
  }),
];

export const taxRoutes = [...portal, ...planned, ...slips, ...rules];
