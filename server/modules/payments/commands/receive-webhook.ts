import { createHash } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Received } from '../../../kernel/http/route.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isId } from '../../../kernel/values/ids.ts';
import { attemptOf, attemptQuery } from '../attempt-row.ts';
import { webhookRefused } from '../contract.ts';
import { WebhookRefused } from '../gateway.ts';
import type { VerifiedEvent } from '../gateway.ts';
import { noteEvent } from '../news.ts';
import type { InboxNote } from '../news.ts';
import { gatewayNamed } from '../ports.ts';
import { lockRefund } from '../refund-row.ts';
import { renewMethod } from './keep-method.ts';
import { keepUnmatched } from './keep-unmatched.ts';
import { takeDisputeNews } from './take-dispute-news.ts';
import { takeRefundNews } from './take-refund-news.ts';
import { takeNews } from './take-news.ts';

type PaymentEvent = Extract<VerifiedEvent, { kind: 'payment' }>;

/**
 * Takes one delivery of a gateway. What is not authentic leaves no trace; what was seen before costs one statement; everything else
 * is noted and worked on in one transaction, so a failure makes the gateway send it again. Errors: `not_found`, `webhook_refused`.
 */
export async function receiveWebhook(ctx: Ctx, name: string, { raw, headers }: Received): Promise<void> {
  const gateway = gatewayNamed(ctx.ports, name);
  const event = await gateway
    .verifyWebhook({ rawBody: raw, headers, now: ctx.clock.now() })
    .catch((error: unknown) => {
      if (!(error instanceof WebhookRefused)) throw error;
      ctx.log.warn({ gateway: name, reason: error.reason }, 'a webhook was refused');
      throw new Problem(webhookRefused, { facts: { reason: error.reason } });
    });
  const bodyHash = createHash('sha256').update(raw).digest();
  await ctx.within(everything).transact((tx) => {
    if (event.kind === 'payment') return takePayment(tx, name, event, bodyHash);
    if (event.kind === 'dispute') return takeDispute(tx, name, event, bodyHash);
    if (event.kind === 'refund') return takeRefund(tx, name, event, bodyHash);
    return takeMethod(tx, name, event, bodyHash);
  });
}

async function takePayment(tx: Tx, gateway: string, event: PaymentEvent, bodyHash: Buffer): Promise<void> {
  const { eventId, attemptId, reference, status } = event;
  const known = isId(attemptId);
  const note: InboxNote = {
    gateway,
    eventId,
    kind: 'payment',
    attempt: known ? attemptId : null,
    reference,
    status,
    bodyHash,
  };
  // The attempt's own gateway must say it: another one that is connected here vouches for nothing.
  const row = known
    ? await attemptQuery(tx.db)
        .select((eb) =>
          eb
            .exists(
              eb
                .selectFrom('payments.inbox as n')
                .select('n.event_id')
                .where('n.gateway', '=', gateway)
                .where('n.event_id', '=', eventId),
            )
            .as('seen'),
        )
        .where('a.id', '=', attemptId)
        .where('a.gateway', '=', gateway)
        .forUpdate('a')
        .executeTakeFirst()
    : undefined;
  if (row?.seen) return;
  if (row) {
    await takeNews(tx, attemptOf(row), event, { note });
    return;
  }
  if (await noteEvent(tx, { ...note, outcome: 'unknown_attempt' }))
    await keepUnmatched(tx, null, event, gateway);
}

async function takeRefund(
  tx: Tx,
  gateway: string,
  event: Extract<VerifiedEvent, { kind: 'refund' }>,
  bodyHash: Buffer,
): Promise<void> {
  const { eventId, refundId, status } = event;
  // Refunds that were made at the gateway itself show in the payment's own news.
  const known = isId(refundId)
    ? await tx.db
        .selectFrom('payments.refunds as r')
        .innerJoin('payments.attempts as a', (join) =>
          join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.id', '=', 'r.attempt_id'),
        )
        .select('r.attempt_id')
        .where('r.id', '=', refundId)
        .where('r.payment_id', 'is not', null)
        .where('a.gateway', '=', gateway)
        .executeTakeFirst()
    : undefined;
  const refund = known && (await lockRefund(tx, refundId as Id<'refund'>));
  const isNew = refund?.amount === event.amount && (await takeRefundNews(tx, refund, event));
  const outcome = refund ? (isNew ? 'advanced' : 'nothing_new') : 'unknown_refund';
  await noteEvent(tx, {
    gateway,
    eventId,
    kind: event.kind,
    attempt: known?.attempt_id ?? null,
    reference: refundId,
    status,
    bodyHash,
    outcome,
  });
}

async function takeDispute(
  tx: Tx,
  gateway: string,
  event: Extract<VerifiedEvent, { kind: 'dispute' }>,
  bodyHash: Buffer,
): Promise<void> {
  const { eventId, disputeId, attemptId, status } = event;
  const outcome = await takeDisputeNews(tx, gateway, event);
  await noteEvent(tx, {
    gateway,
    eventId,
    kind: event.kind,
    attempt: isId(attemptId) ? attemptId : null,
    reference: disputeId,
    status,
    bodyHash,
    outcome,
  });
}

async function takeMethod(
  tx: Tx,
  gateway: string,
  event: Extract<VerifiedEvent, { kind: 'saved_method_updated' }>,
  bodyHash: Buffer,
): Promise<void> {
  const { eventId, method } = event;
  const note = { gateway, eventId, kind: event.kind, attempt: null, reference: null, status: null, bodyHash };
  if (!(await noteEvent(tx, { ...note, outcome: 'noted' }))) return;
  await renewMethod(tx, gateway, method);
}
