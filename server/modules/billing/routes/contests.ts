import { everything } from '../../../kernel/db/scope.ts';
import { member, memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { changeSetting } from '../commands/change-settings.ts';
import {
  contestInvoice,
  rejectContest,
  upholdContest,
  withdrawContest,
} from '../commands/contest-invoice.ts';
import * as contract from '../contest-contract.ts';
import { invoiceParams } from '../contract.ts';
import { moreThanCharged, notCreditable } from '../credit-contract.ts';
import * as may from '../permissions.ts';
import { listContests, showContests } from '../queries/contests.ts';
import { contestLimits } from '../settings.ts';

const own = '/api/organizations/:organization/invoices/:invoice/contests';
const desk = '/api/console/contests';

export const contestRoutes = [
  route({
    method: 'GET',
    path: own,
    summary: 'What was said against an invoice, and whether it may be contested.',
    door: memberOrKey(may.readInvoices),
    params: invoiceParams,
    output: contract.contestsShape,
    within: everything,
    read: (db, { params }, { now }) => showContests(db, params, now),
  }),
  route({
    method: 'POST',
    path: own,
    summary: 'Say that an invoice is not agreed with; while staff look at it nobody is chased.',
    door: member(may.contestInvoices),
    params: invoiceParams,
    body: contract.contestBody,
    output: contract.contestsShape,
    status: 201,
    problems: [contract.contestRefused, contract.noSuchLine],
    within: everything,
    write: async (tx, { params, body }, { session }) => {
      await contestInvoice(tx, params, { body, by: session.person.id });
      return showContests(tx.db, params, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${own}/withdraw`,
    summary: 'Agree with a contested invoice after all.',
    door: member(may.contestInvoices),
    params: invoiceParams,
    output: contract.contestsShape,
    problems: [wrongState],
    within: everything,
    write: async (tx, { params }) => {
      await withdrawContest(tx, params);
      return showContests(tx.db, params, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'Invoices that clients do not agree with; those that wait are the oldest first.',
    door: staff(may.readInvoices),
    query: contract.contestQuery,
    output: contract.contestPage,
    read: (db, { query }) => listContests(db, query),
  }),
  route({
    method: 'POST',
    path: `${desk}/:contest/uphold`,
    summary: 'Agree with the client, by a credit note over all or a part of the invoice.',
    door: staff(may.issueCreditNotes),
    proof: 'recent',
    params: contract.contestParams,
    body: contract.upholdBody,
    output: nothing,
    problems: [wrongState, notCreditable, moreThanCharged],
    write: async (tx, { params, body }, { session }) => {
      const lines = body.lines.map(({ position, net }) => ({ position, net: BigInt(net) }));
      await upholdContest(tx, params.contest, { answer: body.answer, lines, by: session.person.id });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:contest/reject`,
    summary: 'Do not agree with the client, with the reason; collection goes on.',
    door: staff(may.issueCreditNotes),
    params: contract.contestParams,
    body: contract.rejectBody,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params, body }, { session }) => {
      await rejectContest(tx, params.contest, { answer: body.answer, by: session.person.id });
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/console/billing-settings/contests',
    summary: 'Change within which limits clients may contest invoices.',
    door: staff(may.manageBillingSettings),
    ifMatch: true,
    body: contract.contestLimitsSettings.shape.value,
    output: contract.contestLimitsSettings,
    write: (tx, { body }, { version }) => changeSetting(tx, contestLimits, body, version),
  }),
];
