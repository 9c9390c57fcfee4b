import { everything } from '../../kernel/db/scope.ts';
import { member, route, staff } from '../../kernel/http/route.ts';
import { recordDeposit } from './commands/record-received.ts';
import { reportTransfer } from './commands/report-transfer.ts';
import { startDeposit } from './commands/start-deposit.ts';
import { pageOfAttempt } from './commands/start-payment.ts';
import * as contract from './contract.ts';
import * as deposits from './deposit-contract.ts';
import * as may from './permissions.ts';
import { depositOptions } from './queries/deposit-options.ts';
import { showAttempt } from './queries/show-attempt.ts';

const base = '/api/organizations/:organization/deposits';

export const depositRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'How money can be added to the credit of an organization, and what is under way.',
    door: member(may.makePayments),
    params: contract.organizationParams,
    query: deposits.depositQuery,
    output: deposits.depositShape,
    act: (ctx, { params, query }) =>
      ctx.read((db) =>
        depositOptions(db, ctx.ports, params.organization, { ...query, now: ctx.clock.now() }),
      ),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Begin to add money to the credit of an organization.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 30, seconds: 600 },
    params: contract.organizationParams,
    body: deposits.depositBody,
    output: contract.attemptShape,
    status: 201,
    problems: [
      deposits.depositNotOffered,
      deposits.depositTooSmall,
      deposits.depositTooLarge,
      contract.methodUnavailable,
      contract.paymentInProgress,
    ],
    act: async (ctx, { body }, { organization, session }) => {
      const attempt = await startDeposit(ctx.within(everything), {
        organization: organization.id,
        payer: session.person,
        returnPath: pageOfAttempt(organization),
        how: body.how,
        amount: BigInt(body.amount),
      });
      return ctx.read((db) => showAttempt(db, organization.id, attempt, ctx.clock.now()));
    },
  }),
  route({
    method: 'POST',
    path: `${base}/transfers`,
    summary: 'Report a bank transfer that was made to add to the credit.',
    door: member(may.makePayments),
    limit: { per: 'person', points: 20, seconds: 600 },
    params: contract.organizationParams,
    body: deposits.depositTransferBody,
    output: deposits.depositShape,
    status: 201,
    problems: [
      deposits.depositNotOffered,
      deposits.depositTooSmall,
      deposits.depositTooLarge,
      contract.transferPending,
      contract.paidInFuture,
    ],
    act: async (ctx, { params, body: { amount, ...body } }, { session }) => {
      const report = { ...params, ...body, invoice: null, amount: BigInt(amount), session };
      await ctx.within(everything).transact((tx) => reportTransfer(tx, report));
      return ctx.read((db) => depositOptions(db, ctx.ports, params.organization, { now: ctx.clock.now() }));
    },
  }),
  route({
    method: 'POST',
    path: '/api/console/clients/:client/deposits',
    summary: "Record money that was received for a client's credit by other ways.",
    door: staff(may.managePayments),
    proof: 'recent',
    params: deposits.staffDepositParams,
    body: deposits.staffDepositBody,
    output: deposits.recorded,
    status: 201,
    problems: [contract.paidInFuture],
    write: async (tx, { params, body }, { session }) => ({
      id: await recordDeposit(tx, { ...body, client: params.client, amount: BigInt(body.amount), session }),
    }),
  }),
];
