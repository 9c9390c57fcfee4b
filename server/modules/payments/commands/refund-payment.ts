import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { payRefund } from '../../billing/index.ts';
import { cannotRefund } from '../contract.ts';
import type { RefundBody } from '../refund-contract.ts';
import { paymentAbilities } from '../domain/abilities.ts';
import { needsApproval } from '../domain/refund.ts';
import type { RefundState } from '../domain/refund.ts';
import { refundAsked } from '../events.ts';
import { gatewayRefunds } from '../queries/methods.ts';
import { isUnderDispute } from '../queries/under-dispute.ts';
import { nextAskAbout } from '../refund-row.ts';
import { refunds } from '../settings.ts';
import { refundAtGateway } from './send-refund.ts';
import { takeBackPayment } from './settle-payment.ts';

/**
 * Staff give back all or part of a payment, the way it came or by bank transfer. It leaves the client's credit at once; what the setting
 * lets nobody do alone waits for a second member of staff. Errors: `not_found`, `cannot_refund`, `more_than_paid`, `credit_too_small`.
 */
export async function askRefund(
  ctx: Ctx,
  { payment, session, body }: { payment: Id<'payment'>; session: Session; body: RefundBody },
): Promise<Id<'refund'>> {
  return ctx.transact(async (tx) => {
    const found = await lockPayment(tx, payment);
    const way = body.to ? 'transfer' : 'gateway';
    const can = abilities(ctx, found);
    if (can.refund !== true || (way === 'gateway' && can.refundThere !== true))
      throw new Problem(cannotRefund);
    const { organization, currency } = found;
    const amount = BigInt(body.amount);
    const { value: rules } = await readSetting(tx.db, refunds);
    const direct: RefundState = way === 'gateway' ? 'asked' : 'to_pay';
    const state = needsApproval({ way, amount, currency }, rules.alone) ? 'to_approve' : direct;
    const id = tx.newId<'refund'>();
    await payRefund(tx, { organization, payment, amount });
    await tx.db
      .insertInto('payments.refunds')
      .values({
        organization_id: organization,
        id,
        payment_id: payment,
        attempt_id: found.attempt,
        amount,
        currency,
        way,
        reason: body.reason,
        state,
        to_bank: body.to?.bank ?? null,
        to_account: body.to?.account ?? null,
        to_holder: body.to?.holder ?? null,
        asked_by: session.person.id,
        asked_at: tx.now,
        ask_at: nextAskAbout(state, 1, tx.now),
      })
      .execute();
    await tx.db
      .updateTable('payments.payments')
      .set((eb) => ({ refunded: eb('refunded', '+', amount) }))
      .where('organization_id', '=', organization)
      .where('id', '=', payment)
      .execute();
    tx.emit(refundAsked, {
      organizationId: organization,
      subject: { kind: 'refund', id },
      data: { refundId: id, paymentId: payment, way, amount: Number(amount), currency },
    });
    if (state === 'asked') tx.enqueue(refundAtGateway, { refund: id }, { key: id });
    return id;
  });
}

/** Staff note that money no gateway of ours can return has gone back to its sender. Errors: `not_found`, `cannot_refund`. */
export async function noteTakenBack(
  ctx: Ctx,
  { payment, reason }: { payment: Id<'payment'>; reason: string },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const found = await lockPayment(tx, payment);
    if (abilities(ctx, found).takeBack !== true) throw new Problem(cannotRefund);
    const taken = await takeBackPayment(tx, { organization: found.organization, payment, why: reason });
    if (!taken) throw new Problem(cannotRefund);
  });
}

async function lockPayment(tx: Tx, payment: Id<'payment'>) {
  const row = await tx.db
    .selectFrom('payments.payments')
    .select([
      sql<boolean>`${isUnderDispute('payments.payments')}`.as('is_disputed'),
      'organization_id',
      'attempt_id',
      'gateway',
      'method',
      'currency',
      'amount',
      'refunded',
      'taken_back_at',
    ])
    .where('id', '=', payment)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    organization: row.organization_id as Id<'organization'>,
    attempt: row.attempt_id as Id<'attempt'> | null,
    gateway: row.gateway,
    method: row.method,
    currency: row.currency,
    isTakenBack: row.taken_back_at !== null,
    isRefunded: row.refunded === row.amount,
    isDisputed: row.is_disputed,
  };
}

function abilities(ctx: Ctx, found: Awaited<ReturnType<typeof lockPayment>>) {
  return paymentAbilities({
    ...found,
    byGateway: found.attempt !== null,
    gatewayRefunds: gatewayRefunds(ctx.ports, found.gateway, found.method),
  });
}
