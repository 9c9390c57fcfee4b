import type { Ctx } from '../../../kernel/context.ts';
import { lockAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { declineClass } from '../domain/decline.ts';
import { GatewayRefused, GatewayUnavailable } from '../gateway.ts';
import type { Gateway } from '../gateway.ts';
import type { News } from '../news.ts';
import { gatewayNamed } from '../ports.ts';
import { takeNews } from './take-news.ts';

/** News that is our own conclusion: the attempt as asked for, in another status. */
export function concluded(attempt: Attempt, now: Date, change: Pick<News, 'status' | 'failure'>): News {
  const { attemptId, amount, currency, refunded } = attempt.state;
  return { attemptId, amount, currency, refunded, occurredAt: now, reference: null, ...change };
}

/**
 * Makes the gateway begin an attempt that was stored before, and stores what it said. Repeating it is harmless: the attempt's id is
 * the idempotency key. A gateway that says nothing usable makes the attempt `unknown`; a refusal, or a call that never left this
 * machine, makes it `failed`.
 */
export async function callGateway(
  ctx: Ctx,
  attempt: Attempt,
  call: (gateway: Gateway) => Promise<News>,
): Promise<void> {
  const gateway = gatewayNamed(ctx.ports, attempt.gateway);
  const news = await call(gateway).catch((error: unknown) => afterFailure(attempt, ctx.clock.now(), error));
  await ctx.transact(async (tx) => {
    await takeNews(tx, await lockAttempt(tx, attempt.organization, attempt.id), news);
  });
}

function afterFailure(attempt: Attempt, now: Date, error: unknown): News {
  if (error instanceof GatewayRefused) {
    const { code, message } = error;
    return concluded(attempt, now, {
      status: 'failed',
      failure: { class: declineClass(code), code, message },
    });
  }
  if (error instanceof GatewayUnavailable && !error.mayHaveHappened) {
    const { message } = error;
    return concluded(attempt, now, {
      status: 'failed',
      failure: { class: 'retry', code: 'unreachable', message },
    });
  }
  if (error instanceof GatewayUnavailable) return concluded(attempt, now, { status: 'unknown' });
  throw error;
}
