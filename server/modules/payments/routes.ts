import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import { anyone, member, memberOrKey, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { cancelAttempt, checkAttempt } from './commands/look-after-attempt.ts';
import { receiveWebhook } from './commands/receive-webhook.ts';
import { reportTransfer, withdrawTransfer } from './commands/report-transfer.ts';
import { addMethod, makeDefault, removeMethod } from './commands/save-method.ts';
import { pageOfAttempt, startPayment } from './commands/start-payment.ts';
import * as contract from './contract.ts';
import * as many from './many-contract.ts';
import * as may from './permissions.ts';
import { manyOptions } from './queries/many-options.ts';
import { paymentOptions } from './queries/payment-options.ts';
import { showMethods } from './queries/saved-methods.ts';
import { showAttempt } from './queries/show-attempt.ts';
import { automaticRoutes } from './automatic-routes.ts';
import { disputeRoutes } from './dispute-routes.ts';
import { depositRoutes } from './deposit-routes.ts';
import { feeRoutes } from './fee-routes.ts';
import { refundRoutes } from './refund-routes.ts';
import { staffRoutes } from './staff-routes.ts';

const base = '/api/organizations/:organization';

const portalRoutes = [
  route({
    method: 'GET',
    path: `${base}/invoices/:invoice/payment-options`,
    summary: 'How an invoice can be paid, and what is under way.',
    door: memberOrKey(may.readPayments),
    params: contract.invoiceParams,
    output: contract.optionsShape,
    act: (ctx, { params }) => readOptions(ctx, params),
  }),
  route({
    method: 'POST',
    path: `${base}/invoices/:invoice/payments`,
    summary: 'Begin to pay what is owed on an invoice.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 30, seconds: 600 },
    params: contract.invoiceParams,
    body: contract.payBody,
    output: contract.attemptShape,
    status: 201,
    problems: [
      contract.alreadyPaid,
      contract.notPayable,
      contract.transferPending,
      contract.methodUnavailable,
      contract.paymentInProgress,
    ],
    act: async (ctx, { params: { invoice }, body }, { organization, session }) => {
      const attempt = await startPayment(ctx.within(everything), {
        organization: organization.id,
        payer: session.person,
        returnPath: pageOfAttempt(organization),
        invoices: [invoice],
        how: body,
      });
      return readAttempt(ctx, organization.id, attempt);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payment-options`,
    summary: 'What several invoices come to, and how they can be paid together.',
    door: member(may.makePayments),
    params: contract.organizationParams,
    query: many.manyQuery,
    output: many.manyShape,
    problems: [many.mixedCurrencies],
    act: (ctx, { params, query }) =>
      ctx.read((db) => manyOptions(db, ctx.ports, params.organization, query.invoices, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: `${base}/payments`,
    summary: 'Begin to pay several invoices as one payment; each stays the document it is.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 30, seconds: 600 },
    params: contract.organizationParams,
    body: many.payManyBody,
    output: contract.attemptShape,
    status: 201,
    problems: [
      contract.alreadyPaid,
      contract.notPayable,
      contract.transferPending,
      contract.methodUnavailable,
      contract.paymentInProgress,
      many.mixedCurrencies,
      many.moreThanOwed,
    ],
    act: async (ctx, { body: { invoices, amount, how } }, { organization, session }) => {
      const attempt = await startPayment(ctx.within(everything), {
        organization: organization.id,
        payer: session.person,
        returnPath: pageOfAttempt(organization),
        invoices,
        how,
        ...(amount === undefined ? {} : { amount: BigInt(amount) }),
      });
      return readAttempt(ctx, organization.id, attempt);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payment-attempts/:attempt`,
    summary: 'One try to pay: what to do next, or what became of it.',
    door: memberOrKey(may.readPayments),
    params: contract.attemptParams,
    output: contract.attemptShape,
    read: (db, { params }, { now }) => showAttempt(db, params.organization, params.attempt, now),
  }),
  route({
    method: 'POST',
    path: `${base}/payment-attempts/:attempt/check`,
    summary: 'Ask the gateway now what became of a payment.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 20, seconds: 60 },
    params: contract.attemptParams,
    output: contract.attemptShape,
    act: async (ctx, { params }) => {
      await checkAttempt(ctx.within(everything), params);
      return readAttempt(ctx, params.organization, params.attempt);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/payment-attempts/:attempt/cancel`,
    summary: 'Take back a payment that was not made yet.',
    door: member(may.makePayments),
    params: contract.attemptParams,
    output: contract.attemptShape,
    problems: [contract.cannotCancel, contract.gatewaySilent],
    act: async (ctx, { params }) => {
      await cancelAttempt(ctx.within(everything), params);
      return readAttempt(ctx, params.organization, params.attempt);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/invoices/:invoice/transfers`,
    summary: 'Report a bank transfer that was made for an invoice.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 20, seconds: 600 },
    params: contract.invoiceParams,
    body: contract.transferBody,
    output: contract.optionsShape,
    status: 201,
    problems: [contract.alreadyPaid, contract.notPayable, contract.transferPending, contract.paidInFuture],
    act: async (ctx, { params, body: { amount, ...body } }, { session }) => {
      await ctx
        .within(everything)
        .transact((tx) => reportTransfer(tx, { ...params, ...body, amount: BigInt(amount), session }));
      return readOptions(ctx, params);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/transfers/:transfer/withdraw`,
    summary: 'Take back the report of a transfer nobody has decided about.',
    door: member(may.makePayments),
    params: contract.transferParams,
    output: nothing,
    within: everything,
    write: async (tx, { params }) => {
      await withdrawTransfer(tx, params.organization, params.transfer);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/payment-methods`,
    summary: 'The saved payment methods, and how to add one.',
    door: member(may.manageMethods),
    params: contract.organizationParams,
    output: contract.methodList,
    act: (ctx, { params }) =>
      ctx.read((db) => showMethods(db, ctx.ports, params.organization, ctx.clock.now())),
  }),
  route({
    method: 'POST',
    path: `${base}/payment-methods`,
    summary: 'Begin to save a payment method without paying.',
    door: member(may.manageMethods),
    proof: 'recent',
    limit: { per: 'person', points: 10, seconds: 600 },
    params: contract.organizationParams,
    body: contract.addMethodBody,
    output: contract.attemptShape,
    status: 201,
    problems: [contract.methodUnavailable],
    act: async (ctx, { body }, { organization, session }) => {
      const attempt = await addMethod(ctx.within(everything), { organization, session }, body);
      return readAttempt(ctx, organization.id, attempt);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/payment-methods/:method/make-default`,
    summary: 'Let renewals be paid with a saved method.',
    door: member(may.manageMethods),
    proof: 'recent',
    params: contract.methodParams,
    output: nothing,
    write: async (tx, { params }) => {
      await makeDefault(tx, params.organization, params.method);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/payment-methods/:method`,
    summary: 'Remove a saved payment method.',
    door: member(may.manageMethods),
    proof: 'recent',
    params: contract.methodParams,
    output: nothing,
    write: async (tx, { params }) => {
      await removeMethod(tx, params.organization, params.method);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/webhooks/payments/:gateway',
    summary: 'Take what a payment gateway tells.',
    door: anyone('gateways prove themselves by signing what they send'),
    params: contract.webhookParams,
    output: nothing,
    problems: [contract.webhookRefused],
    receive: async (ctx, { params, ...received }) => {
      await receiveWebhook(ctx, params.gateway, received);
      return undefined;
    },
  }),
];

function readOptions(ctx: Ctx, key: { organization: Id<'organization'>; invoice: Id<'invoice'> }) {
  return ctx.read((db) => paymentOptions(db, ctx.ports, key.organization, key.invoice, ctx.clock.now()));
}

function readAttempt(ctx: Ctx, organization: Id<'organization'>, attempt: Id<'attempt'>) {
  return ctx.read((db) => showAttempt(db, organization, attempt, ctx.clock.now()));
}

export const routes = [
  ...portalRoutes,
  ...depositRoutes,
  ...feeRoutes,
  ...staffRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...automaticRoutes,
];
