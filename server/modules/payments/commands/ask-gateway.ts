import type { Ctx } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAttempt, lockAttempt, whenToAsk, writeAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { GatewayRefused, GatewayUnavailable } from '../gateway.ts';
import type { PaymentSnapshot } from '../gateway.ts';
import { gatewayNamed } from '../ports.ts';
import { concluded } from './call-gateway.ts';
import { hasPaid, takeNews } from './take-news.ts';

const hour = 3_600_000;

export interface AttemptKey {
  organization: Id<'organization'>;
  attempt: Id<'attempt'>;
}

/** What the gateway answered; null when it has never heard of the attempt, undefined when it says nothing usable. */
type Answer = PaymentSnapshot | null | undefined;

/**
 * Asks the gateway what became of an attempt and merges its answer. An attempt it has never heard of has failed before it began; no
 * answer changes nothing. Returns the attempt as it is then. Errors: `not_found`.
 */
export async function askGateway(ctx: Ctx, { organization, attempt: id }: AttemptKey): Promise<Attempt> {
  const attempt = await ctx.read((db) => findAttempt(db, organization, id));
  const gateway = gatewayNamed(ctx.ports, attempt.gateway);
  const { reference } = attempt;
  const answer = await listen(ctx, attempt, async () =>
    reference === null ? ((await gateway.findPayment(id)) ?? null) : gateway.fetchPayment(reference),
  );
  return takeAnswer(ctx, attempt, answer);
}

/**
 * Takes an attempt back at its gateway, so that it can no longer be paid. Returns it as it is then: canceled, or succeeded when the
 * money was faster. Errors: `not_found`.
 */
export async function cancelAtGateway(ctx: Ctx, attempt: Attempt): Promise<Attempt> {
  const { reference } = attempt;
  if (reference === null) return askGateway(ctx, { organization: attempt.organization, attempt: attempt.id });
  const gateway = gatewayNamed(ctx.ports, attempt.gateway);
  return takeAnswer(ctx, attempt, await listen(ctx, attempt, () => gateway.cancelPayment(reference)));
}

async function listen(ctx: Ctx, attempt: Attempt, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GatewayUnavailable || error instanceof GatewayRefused)) throw error;
    ctx.log.warn(
      { attempt: attempt.id, gateway: attempt.gateway, error: error.message },
      'a gateway did not answer',
    );
    return undefined;
  }
}

async function takeAnswer(ctx: Ctx, { organization, id }: Attempt, answer: Answer): Promise<Attempt> {
  return ctx.transact(async (tx) => {
    const attempt = await lockAttempt(tx, organization, id);
    if (answer) await takeNews(tx, attempt, answer, { asked: true });
    else if (answer === null && attempt.reference === null) {
      const failure = {
        class: 'retry',
        code: 'never_began',
        message: 'The gateway has never heard of it.',
      } as const;
      await takeNews(tx, attempt, concluded(attempt, tx.now, { status: 'failed', failure }), { asked: true });
    } else {
      attempt.asked += 1;
      // What is paid is asked about only because of its fee, and until that is known.
      const askAt = hasPaid(attempt.state.status)
        ? new Date(tx.now.getTime() + hour)
        : whenToAsk(attempt, tx.now);
      await writeAttempt(tx, attempt, { askAt });
    }
    return attempt;
  });
}
