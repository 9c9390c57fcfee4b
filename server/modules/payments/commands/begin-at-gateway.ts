import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import type { Attempt } from '../attempt-row.ts';
import { storedStep } from '../next-step.ts';
import { callGateway, concluded } from './call-gateway.ts';

/** Starts an attempt that was stored before at its gateway, for somebody who is there to pay and comes back to the attempt's page. */
export async function beginAtGateway(
  ctx: Ctx,
  attempt: Attempt,
  { organization, session, description }: { organization: Membership; session: Session; description: string },
): Promise<void> {
  const { id, method, save, state, expiresAt } = attempt;
  const { name, email, locale } = session.person;
  await callGateway(ctx, attempt, async (gateway) => {
    const now = ctx.clock.now();
    const started = await gateway.startPayment({
      attemptId: id,
      amount: state.amount,
      currency: state.currency,
      method,
      description,
      payer: { name, email },
      returnUrl: new URL(`/o/${organization.slug}/invoices/payments/${id}`, ctx.publicUrl).href,
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
