import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Attempt } from '../attempt-row.ts';
import type { Payer } from '../gateway.ts';
import { storedStep } from '../next-step.ts';
import { callGateway, concluded } from './call-gateway.ts';

/** Who pays, how they are spoken to, and the page of ours to which they come back from the gateway. */
export interface AtGateway {
  payer: Payer & { locale: Locale };
  returnPath: (attempt: string) => string;
}

/** Starts an attempt that was stored before at its gateway, for somebody who is there to pay. */
export async function beginAtGateway(
  ctx: Ctx,
  attempt: Attempt,
  { payer, returnPath, description }: AtGateway & { description: string },
): Promise<void> {
  const { id, method, save, state, expiresAt } = attempt;
  const { name, email, locale } = payer;
  await callGateway(ctx, attempt, async (gateway) => {
    const now = ctx.clock.now();
    const started = await gateway.startPayment({
      attemptId: id,
      amount: state.amount,
      currency: state.currency,
      method,
      description,
      payer: { name, email },
      returnUrl: new URL(returnPath(id), ctx.publicUrl).href,
      language: locale,
      save,
      expiresAt,
      now,
    });
    return {
      ...concluded(attempt, now, { status: started.status }),
      reference: started.gatewayReference,
      next: storedStep(started.next, state.currency),
    };
  });
}
