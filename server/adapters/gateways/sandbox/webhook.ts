import {
  type VerifiedEvent,
  type WebhookDelivery,
  WebhookRefused,
} from '../../../modules/payments/gateway.ts';
import { isSigned, signatureHeader, timestampHeader } from './signature.ts';
import { disputeSnapshot, refundSnapshot, savedMethod, snapshot } from './snapshot.ts';
import { eventShape } from './wire.ts';

/** How far a delivery's time may be from ours, in both directions. */
const toleranceSeconds = 300;

/** Throws `WebhookRefused`. Any of the secrets will do: there are two while one is being exchanged. */
export function verify(
  secrets: readonly string[],
  { rawBody, headers, now }: WebhookDelivery,
): VerifiedEvent {
  const timestamp = headers[timestampHeader];
  const signatures = headers[signatureHeader];
  if (typeof timestamp !== 'string' || typeof signatures !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookRefused('signature', 'The delivery is not signed.');
  }
  if (!isSigned(secrets, timestamp, signatures, rawBody)) {
    throw new WebhookRefused('signature', 'No known secret made this signature.');
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookRefused('timestamp', `Signed more than ${toleranceSeconds} seconds from now.`);
  }
  const event = eventShape.safeParse(parseJson(rawBody));
  if (!event.success) throw new WebhookRefused('malformed', 'The event could not be read.');
  const { id: eventId, createdAt } = event.data;
  if (event.data.type === 'payment') return { kind: 'payment', eventId, ...snapshot(event.data.payment) };
  if (event.data.type === 'refund') return { kind: 'refund', eventId, ...refundSnapshot(event.data.refund) };
  if (event.data.type === 'dispute')
    return { kind: 'dispute', eventId, ...disputeSnapshot(event.data.dispute) };
  const method = savedMethod(event.data.card);
  return { kind: 'saved_method_updated', eventId, occurredAt: new Date(createdAt), method };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
