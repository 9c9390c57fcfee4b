import type { StaffRole } from '../../kernel/auth/roles.ts';
import type { Ctx } from '../../kernel/context.ts';
import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { creditTooSmall, moreThanPaid } from '../billing/index.ts';
import { refundBody } from './refund-contract.ts';
import { organizationOf } from './attempt-row.ts';
import { approveTransfer, rejectTransfer } from './commands/decide-transfer.ts';
import { cancelAttempt, checkAttempt } from './commands/look-after-attempt.ts';
import { offerGateways } from './commands/offer-gateways.ts';
import { recordReceived } from './commands/record-received.ts';
import { askRefund, noteTakenBack } from './commands/refund-payment.ts';
import { resolveUnmatched } from './commands/resolve-unmatched.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { showGateways } from './queries/gateways.ts';
import { listAttempts, showStaffAttempt } from './queries/staff-attempts.ts';
import { listPayments, showPayment } from './queries/staff-payments.ts';
import { listTransfers } from './queries/transfers.ts';
import { listUnmatched } from './queries/unmatched.ts';

const base = '/api/console';

export const staffRoutes = [
  route({
    method: 'GET',
    path: `${base}/payments`,
    summary: 'Money that arrived, newest first.',
    door: staff(may.readPayments),
    query: contract.paymentQuery,
    output: contract.paymentPage,
    read: (db, { query }) => listPayments(db, query),
  }),
  route({
    method: 'POST',
    path: `${base}/payments`,
    summary: 'Record money that was received for an invoice by other ways.',
    door: staff(may.managePayments),
    proof: 'recent',
    body: contract.recordBody,
    output: contract.paymentShape,
    status: 201,
    problems: [contract.notPayable, contract.alreadyPaid, contract.paidInFuture],
    act: async (ctx, { body: { amount, receivedOn, ...body } }, { session }) => {
      const payment = await ctx.transact((tx) =>
        recordReceived(tx, { ...body, amount: BigInt(amount), receivedOn, session }),
      );
      return readPayment(ctx, session.staffRoles, payment);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payments/:payment`,
    summary: 'One arrival of money.',
    door: staff(may.readPayments),
    params: contract.staffPaymentParams,
    output: contract.paymentShape,
    act: (ctx, { params }, { session }) => readPayment(ctx, session.staffRoles, params.payment),
  }),
  route({
    method: 'POST',
    path: `${base}/payments/:payment/refund`,
    summary: "Give back all or part of a payment, out of the client's credit.",
    door: staff(may.giveRefunds),
    proof: 'recent',
    params: contract.staffPaymentParams,
    body: refundBody,
    output: contract.paymentShape,
    status: 202,
    problems: [contract.cannotRefund, moreThanPaid, creditTooSmall],
    act: async (ctx, { params, body }, { session }) => {
      await askRefund(ctx, { ...params, body, session });
      return readPayment(ctx, session.staffRoles, params.payment);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/payments/:payment/take-back`,
    summary: 'Note that money has gone back to its sender by other ways.',
    door: staff(may.managePayments),
    proof: 'recent',
    params: contract.staffPaymentParams,
    body: contract.reasonBody,
    output: contract.paymentShape,
    problems: [contract.cannotRefund],
    act: async (ctx, { params, body }, { session }) => {
      await noteTakenBack(ctx, { ...params, ...body });
      return readPayment(ctx, session.staffRoles, params.payment);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payment-attempts`,
    summary: 'Tries to pay, newest first.',
    door: staff(may.readPayments),
    query: contract.staffAttemptQuery,
    output: contract.staffAttemptPage,
    read: (db, { query }) => listAttempts(db, query),
  }),
  route({
    method: 'GET',
    path: `${base}/payment-attempts/:attempt`,
    summary: 'One try to pay, with what the gateway has told of it.',
    door: staff(may.readPayments),
    params: contract.staffAttemptParams,
    output: contract.staffAttemptShape,
    act: (ctx, { params }, { session }) => readAttempt(ctx, session.staffRoles, params.attempt),
  }),
  route({
    method: 'POST',
    path: `${base}/payment-attempts/:attempt/check`,
    summary: 'Ask the gateway now what became of a payment.',
    door: staff(may.managePayments),
    params: contract.staffAttemptParams,
    output: contract.staffAttemptShape,
    act: async (ctx, { params: { attempt } }, { session }) => {
      await checkAttempt(ctx, { organization: await ownerOf(ctx, attempt), attempt });
      return readAttempt(ctx, session.staffRoles, attempt);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/payment-attempts/:attempt/cancel`,
    summary: 'Take back a payment that was not made yet.',
    door: staff(may.managePayments),
    params: contract.staffAttemptParams,
    output: contract.staffAttemptShape,
    problems: [contract.cannotCancel, contract.gatewaySilent],
    act: async (ctx, { params: { attempt } }, { session }) => {
      await cancelAttempt(ctx, { organization: await ownerOf(ctx, attempt), attempt });
      return readAttempt(ctx, session.staffRoles, attempt);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/transfers`,
    summary: 'Bank transfers that clients have reported, newest first.',
    door: staff(may.readPayments),
    query: contract.staffTransferQuery,
    output: contract.staffTransferPage,
    read: (db, { query }) => listTransfers(db, query),
  }),
  route({
    method: 'POST',
    path: `${base}/transfers/:transfer/approve`,
    summary: 'Confirm that a transfer has arrived, with the sum that was received.',
    door: staff(may.managePayments),
    proof: 'recent',
    params: contract.staffTransferParams,
    body: contract.approveBody,
    output: nothing,
    problems: [contract.alreadyResolved, contract.paidInFuture],
    write: async (tx, { params, body: { amount, receivedOn } }, { session }) => {
      await approveTransfer(tx, { ...params, amount: BigInt(amount), receivedOn, session });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/transfers/:transfer/reject`,
    summary: 'Say that a transfer was not found, and why.',
    door: staff(may.managePayments),
    params: contract.staffTransferParams,
    body: contract.reasonBody,
    output: nothing,
    problems: [contract.alreadyResolved],
    write: async (tx, { params, body }, { session }) => {
      await rejectTransfer(tx, { ...params, ...body, session });
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/unmatched-money`,
    summary: 'Money that nothing asked for, newest first.',
    door: staff(may.readPayments),
    query: contract.unmatchedQuery,
    output: contract.unmatchedPage,
    read: (db, { query }, { session }) => listUnmatched(db, session.staffRoles, query),
  }),
  route({
    method: 'POST',
    path: `${base}/unmatched-money/:unmatched/resolve`,
    summary: 'Decide what becomes of money that nothing asked for.',
    door: staff(may.managePayments),
    proof: 'recent',
    params: contract.unmatchedParams,
    body: contract.resolveBody,
    output: nothing,
    problems: [contract.alreadyResolved, contract.notPayable],
    write: async (tx, { params, body }, { session }) => {
      await resolveUnmatched(tx, { ...params, session, how: body });
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payment-gateways`,
    summary: 'The connected gateways, and what clients are offered of them.',
    door: staff(may.readPayments),
    output: contract.gatewaysShape,
    act: (ctx, _input, { session }) => ctx.read((db) => showGateways(db, ctx.ports, session.staffRoles)),
  }),
  route({
    method: 'PUT',
    path: `${base}/payment-gateways`,
    summary: 'Say what clients are offered of the connected gateways, in this order.',
    door: staff(may.manageGateways),
    ifMatch: true,
    body: contract.gatewaysBody,
    output: contract.gatewaysShape,
    act: (ctx, { body }, { session, version }) =>
      ctx.transact(async (tx) => {
        await offerGateways(tx, ctx.ports, body.items, version);
        return showGateways(tx.db, ctx.ports, session.staffRoles);
      }),
  }),
];

function readPayment(ctx: Ctx, roles: readonly StaffRole[], payment: Id<'payment'>) {
  return ctx.read((db) => showPayment(db, ctx.ports, roles, payment));
}

function readAttempt(ctx: Ctx, roles: readonly StaffRole[], attempt: Id<'attempt'>) {
  return ctx.read((db) => showStaffAttempt(db, roles, attempt, ctx.clock.now()));
}

function ownerOf(ctx: Ctx, attempt: Id<'attempt'>): Promise<Id<'organization'>> {
  return ctx.read((db) => organizationOf(db, attempt));
}
