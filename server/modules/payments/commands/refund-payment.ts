import { z } from 'zod';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAttempt, lockAttempt } from '../attempt-row.ts';
import { cannotRefund } from '../contract.ts';
import { paymentAbilities } from '../domain/abilities.ts';
import { refundAsked, refundRefused } from '../events.ts';
import { GatewayRefused } from '../gateway.ts';
import { gatewayNamed } from '../ports.ts';
import { gatewayRefunds } from '../queries/methods.ts';
import { takeBackPayment } from './settle-payment.ts';
import { takeNews } from './take-news.ts';

interface Asked {
  payment: Id<'payment'>;
  session: Session;
  reason: string;
}

/**
 * Staff give back all of what a gateway has taken for the payment's attempt. The gateway is asked by a job, until it says yes or no.
 * Errors: `not_found`, `cannot_refund`.
 */
export async function askRefund(ctx: Ctx, { payment, session, reason }: Asked): Promise<void> {
  await ctx.transact(async (tx) => {
    const found = await findPayment(tx, payment);
    const { attempt } = found;
    if (!attempt || !may(ctx, found).refund) throw new Problem(cannotRefund);
    const { organization, state } = await lockAttempt(tx, found.organization, attempt);
    const amount = state.amount - state.refunded;
    const refund = tx.newId<'refund'>();
    const added = await tx.db
      .insertInto('payments.refunds')
      .values({
        organization_id: organization,
        id: refund,
        attempt_id: attempt,
        amount,
        reason,
        state: 'asked',
        asked_by: session.person.id,
        asked_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) throw new Problem(cannotRefund);
    tx.emit(refundAsked, {
      organizationId: organization,
      subject: { kind: 'attempt', id: attempt },
      data: { refundId: refund, attemptId: attempt, amount: Number(amount), currency: state.currency },
    });
    tx.enqueue(refundAtGateway, { organization, refund }, { key: refund });
  });
}

/** Staff note that money no gateway of ours can return has gone back to its sender. Errors: `not_found`, `cannot_refund`. */
export async function noteTakenBack(ctx: Ctx, { payment, reason }: Omit<Asked, 'session'>): Promise<void> {
  await ctx.transact(async (tx) => {
    const found = await findPayment(tx, payment);
    if (!may(ctx, found).takeBack) throw new Problem(cannotRefund);
    const taken = await takeBackPayment(tx, { organization: found.organization, payment, why: reason });
    if (!taken) throw new Problem(cannotRefund);
  });
}

async function findPayment(tx: Tx, payment: Id<'payment'>) {
  const row = await tx.db
    .selectFrom('payments.payments as p')
    .leftJoin('payments.refunds as r', (join) =>
      join
        .onRef('r.organization_id', '=', 'p.organization_id')
        .onRef('r.attempt_id', '=', 'p.attempt_id')
        .on('r.state', '<>', 'refused'),
    )
    .select([
      'p.organization_id',
      'p.attempt_id',
      'p.gateway',
      'p.method',
      'p.taken_back_at',
      'r.state as refund',
    ])
    .where('p.id', '=', payment)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    organization: row.organization_id as Id<'organization'>,
    attempt: row.attempt_id as Id<'attempt'> | null,
    gateway: row.gateway,
    method: row.method,
    isTakenBack: row.taken_back_at !== null,
    refund: row.refund as 'asked' | 'done' | null,
  };
}

function may(ctx: Ctx, found: Awaited<ReturnType<typeof findPayment>>) {
  const can = paymentAbilities({
    ...found,
    byGateway: found.attempt !== null,
    gatewayRefunds: gatewayRefunds(ctx.ports, found.gateway, found.method),
  });
  return { refund: can.refund === true, takeBack: can.takeBack === true };
}

/** Repeated until the gateway answers: the refund's id is its idempotency key there. */
export const refundAtGateway = defineJob({
  name: 'payments.refund-at-gateway',
  input: z.object({ organization: id('organization'), refund: id('refund') }),
  retries: 20,
  firstWait: 30,
  async run(ctx, { organization, refund }) {
    const row = await ctx.read((db) =>
      db
        .selectFrom('payments.refunds')
        .select(['attempt_id', 'amount', 'reason', 'state'])
        .where('organization_id', '=', organization)
        .where('id', '=', refund)
        .executeTakeFirstOrThrow(),
    );
    if (row.state !== 'asked') return;
    const { amount, reason } = row;
    const attempt = await ctx.read((db) => findAttempt(db, organization, row.attempt_id as Id<'attempt'>));
    const { reference } = attempt;
    const gateway = gatewayNamed(ctx.ports, attempt.gateway);
    const answer = await gateway.refund!({
      reference: reference!,
      refundId: refund,
      amount,
      reason,
      now: ctx.clock.now(),
    }).catch((error: unknown) => {
      if (error instanceof GatewayRefused) return error;
      throw error;
    });
    await ctx.transact(async (tx) => {
      const locked = await lockAttempt(tx, organization, attempt.id);
      const refused = answer instanceof GatewayRefused;
      if (!refused) await takeNews(tx, locked, answer, { asked: true });
      await tx.db
        .updateTable('payments.refunds')
        .set({ state: refused ? 'refused' : 'done', code: refused ? answer.code : null, answered_at: tx.now })
        .where('organization_id', '=', organization)
        .where('id', '=', refund)
        .execute();
      if (!refused) return;
      tx.emit(refundRefused, {
        organizationId: organization,
        subject: { kind: 'attempt', id: attempt.id },
        data: { refundId: refund, attemptId: attempt.id, code: answer.code },
      });
    });
  },
});
