import { createHash } from 'node:crypto';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Received } from '../../../kernel/http/route.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import { attemptOf, attemptQuery, noteEvent } from '../attempt-row.ts';
import type { InboxNote } from '../attempt-row.ts';
import { webhookRefused } from '../contract.ts';
import { WebhookRefused } from '../gateway.ts';
import type { VerifiedEvent } from '../gateway.ts';
import { gatewayNamed } from '../ports.ts';
import { renewMethod } from './keep-method.ts';
import { keepUnmatched } from './keep-unmatched.ts';
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
  await ctx
    .within(everything)
    .transact((tx) =>
      event.kind === 'payment'
        ? takePayment(tx, name, event, bodyHash)
        : takeMethod(tx, name, event, bodyHash),
    );
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
