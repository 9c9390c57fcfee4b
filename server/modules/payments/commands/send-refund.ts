import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAttempt } from '../attempt-row.ts';
import { GatewayRefused, GatewayUnavailable } from '../gateway.ts';
import type { RefundSnapshot } from '../gateway.ts';
import { gatewayNamed } from '../ports.ts';
import { findRefund, lockRefund } from '../refund-row.ts';
import type { Refund } from '../refund-row.ts';
import { noteAsked, takeRefundNews } from './take-refund-news.ts';

/**
 * Sends a refund to its gateway, or asks what became of it. The refund's id is its idempotency key there, so money goes back once however
 * often this runs; no usable answer makes it `unknown`, and the sweep asks again, for ever.
 */
export const refundAtGateway = defineJob({
  name: 'payments.refund-at-gateway',
  input: z.object({ refund: id('refund') }),
  retries: 0,
  run: (ctx, { refund }) => lookAfterRefund(ctx, refund),
});

/** Errors: `not_found`. */
export async function lookAfterRefund(ctx: Ctx, refundId: Id<'refund'>): Promise<void> {
  const refund = await ctx.read((db) => findRefund(db, refundId));
  if (refund.attempt === null || !['asked', 'unknown', 'processing'].includes(refund.state)) return;
  const answer = await speak(ctx, refund);
  await ctx.transact(async (tx) => {
    const locked = await lockRefund(tx, refundId);
    if (answer === 'unsent' || answer === 'unheard') await noteAsked(tx, locked, answer === 'unheard');
    else await takeRefundNews(tx, locked, answer);
  });
}

type News = Pick<RefundSnapshot, 'status' | 'code'>;

/** What the gateway says. `unsent`: nothing left this machine; `unheard`: it may have happened. */
async function speak(
  ctx: Ctx,
  { id: refundId, organization, attempt: attemptId, gateway: name, amount, reason, state }: Refund,
): Promise<News | 'unsent' | 'unheard'> {
  const attempt = await ctx.read((db) => findAttempt(db, organization, attemptId!));
  const gateway = gatewayNamed(ctx.ports, name);
  const reference = attempt.reference!;
  const send = () => gateway.refund!({ reference, refundId, amount, reason, now: ctx.clock.now() });
  try {
    if (state === 'asked' || !gateway.findRefund) return await send();
    return (await gateway.findRefund({ reference, refundId })) ?? (await send());
  } catch (error) {
    if (error instanceof GatewayRefused) return { status: 'failed', code: error.code };
    if (!(error instanceof GatewayUnavailable)) throw error;
    ctx.log.warn({ refund: refundId, gateway: name, error: error.message }, 'a gateway did not answer');
    return error.mayHaveHappened ? 'unheard' : 'unsent';
  }
}
