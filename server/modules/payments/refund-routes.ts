import { memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { fileTooLarge } from '../../kernel/files.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { fileInfected, scannerUnavailable } from '../../kernel/malware.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { approveRefund, noteRefundPaid, rejectRefund } from './commands/decide-refund.ts';
import { keepProof, openProof, proofMegabytes } from './commands/keep-proof.ts';
import { lookAfterRefund } from './commands/send-refund.ts';
import { organizationParams, paidInFuture, reasonBody } from './contract.ts';
import * as may from './permissions.ts';
import { listRefunds, listStaffRefunds, showStaffRefund } from './queries/refunds.ts';
import * as contract from './refund-contract.ts';

const base = '/api/organizations/:organization/refunds';
const desk = '/api/console/refunds';

export const refundRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Money that goes back to the organization, newest first.',
    door: memberOrKey(may.readPayments),
    params: organizationParams,
    query: contract.refundQuery,
    output: contract.refundPage,
    read: (db, { params, query }) => listRefunds(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:refund/proof`,
    summary: 'The proof that a refund was transferred.',
    door: memberOrKey(may.readPayments),
    params: contract.refundParams,
    output: nothing,
    download: (ctx, { params }) => openProof(ctx, params.refund, params.organization),
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'Refunds of all clients, newest first.',
    door: staff(may.readPayments),
    query: contract.staffRefundQuery,
    output: contract.staffRefundPage,
    read: (db, { query }) => listStaffRefunds(db, query),
  }),
  route({
    method: 'GET',
    path: `${desk}/:refund`,
    summary: 'One refund, and what is to be done about it.',
    door: staff(may.readPayments),
    params: contract.staffRefundParams,
    output: contract.staffRefundShape,
    read: (db, { params }, { session }) => showStaffRefund(db, session, params.refund),
  }),
  route({
    method: 'POST',
    path: `${desk}/:refund/approve`,
    summary: 'Let a refund go that a colleague has asked for.',
    door: staff(may.giveRefunds),
    proof: 'recent',
    params: contract.staffRefundParams,
    output: contract.staffRefundShape,
    problems: [wrongState, contract.sameHands],
    write: async (tx, { params }, { session }) => {
      await approveRefund(tx, { ...params, session });
      return showStaffRefund(tx.db, session, params.refund);
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:refund/reject`,
    summary: 'Do not make a refund after all; it is credit again.',
    door: staff(may.giveRefunds),
    params: contract.staffRefundParams,
    body: reasonBody,
    output: contract.staffRefundShape,
    problems: [wrongState],
    write: async (tx, { params, body }, { session }) => {
      await rejectRefund(tx, { ...params, ...body, session });
      return showStaffRefund(tx.db, session, params.refund);
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:refund/proof`,
    summary: 'Upload the proof of a transfer: PDF, PNG or JPEG.',
    door: staff(may.giveRefunds),
    params: contract.staffRefundParams,
    query: contract.proofQuery,
    output: contract.staffRefundShape,
    problems: [wrongState, contract.proofRefused, fileTooLarge, fileInfected, scannerUnavailable],
    maxBytes: proofMegabytes * 1_000_000,
    upload: async (ctx, { params, query, stream }, { session }) => {
      await keepProof(ctx, { ...params, name: query.name, body: stream });
      return ctx.read((db) => showStaffRefund(db, session, params.refund));
    },
  }),
  route({
    method: 'GET',
    path: `${desk}/:refund/proof`,
    summary: 'The proof of a transfer.',
    door: staff(may.readPayments),
    params: contract.staffRefundParams,
    output: nothing,
    download: (ctx, { params }) => openProof(ctx, params.refund, null),
  }),
  route({
    method: 'POST',
    path: `${desk}/:refund/paid`,
    summary: 'Note that a refund was transferred, as its proof shows.',
    door: staff(may.giveRefunds),
    proof: 'recent',
    params: contract.staffRefundParams,
    body: contract.paidBody,
    output: contract.staffRefundShape,
    problems: [wrongState, contract.proofMissing, paidInFuture],
    write: async (tx, { params, body }, { session }) => {
      await noteRefundPaid(tx, { ...params, ...body });
      return showStaffRefund(tx.db, session, params.refund);
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:refund/check`,
    summary: 'Ask the gateway now what became of a refund.',
    door: staff(may.giveRefunds),
    params: contract.staffRefundParams,
    output: contract.staffRefundShape,
    act: async (ctx, { params }, { session }) => {
      await lookAfterRefund(ctx, params.refund);
      return ctx.read((db) => showStaffRefund(db, session, params.refund));
    },
  }),
];
