import { z } from 'zod';
import {
  type Gateway,
  type GatewayDriver,
  GatewayRefused,
  GatewayUnavailable,
  type NextStep,
  type PaymentSnapshot,
  type SavedMethod,
  type StartPayment,
  type VerifiedEvent,
  type WebhookDelivery,
  WebhookRefused,
} from '../../../modules/payments/gateway.ts';
import { methods, methodsFor } from './methods.ts';
import { isSigned, signatureHeader, timestampHeader } from './signature.ts';
import { errorShape, eventShape, type MethodName, paymentShape, type PaymentView } from './wire.ts';

const configuration = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  apiKey: z.string().min(16),
  /** Newest first. Two while a secret is being exchanged. */
  webhookSecrets: z.array(z.string().min(16)).min(1).max(3),
});
export type SandboxConfiguration = z.infer<typeof configuration>;

const timeoutSeconds = 15;
/** How far a delivery's time may be from ours, in both directions. */
const toleranceSeconds = 300;

export const sandboxDriver: GatewayDriver<SandboxConfiguration> = {
  name: 'sandbox',
  label: { id: 'Uji coba', en: 'Sandbox' },
  configuration,
  secretFields: ['apiKey', 'webhookSecrets'],
  connect,
};

function connect(options: SandboxConfiguration, world: { fetch: typeof fetch }): Gateway {
  const call = caller(options, world.fetch);
  const known = async (path: string, body?: object, key?: string) => snapshot(await call(path, body, key));
  return {
    name: 'sandbox',
    methods,
    async startPayment(request) {
      const payment = await call('/v1/payments', creation(request), request.attemptId);
      return { gatewayReference: payment.id, next: nextStep(request.method, payment), status: payment.status };
    },
    fetchPayment: (reference) => known(`/v1/payments/${encodeURIComponent(reference)}`),
    async findPayment(attemptId) {
      try {
        return await known(`/v1/attempts/${encodeURIComponent(attemptId)}`);
      } catch (error) {
        if (error instanceof GatewayRefused && error.code === 'not_found') return undefined;
        throw error;
      }
    },
    cancelPayment: (reference) => known(`/v1/payments/${encodeURIComponent(reference)}/cancel`, {}),
    refund: ({ reference, refundId, amount, reason }) =>
      known(
        `/v1/payments/${encodeURIComponent(reference)}/refunds`,
        { amount: String(amount), reason },
        refundId,
      ),
    chargeSaved: ({ attemptId, amount, currency, token, description, payer }) =>
      known(
        '/v1/charges',
        { attemptId, amount: String(amount), currency, card: token, description, payer },
        attemptId,
      ),
    async forgetSaved(token) {
      await send(options, world.fetch, `/v1/cards/${encodeURIComponent(token)}/forget`, {});
    },
    verifyWebhook: async (delivery) => verify(options.webhookSecrets, delivery),
  };
}

function creation(request: StartPayment): object {
  const { attemptId, amount, currency, method, description, payer, returnUrl, language, save } = request;
  return {
    attemptId,
    amount: String(amount),
    currency,
    methods: method === 'checkout' ? methodsFor(currency, amount) : [method],
    description,
    payer,
    returnUrl,
    language,
    save,
    expiresAt: request.expiresAt.toISOString(),
  };
}

function nextStep(method: string, payment: PaymentView): NextStep {
  const expiresAt = new Date(payment.expiresAt);
  const { account, qr, pageUrl } = payment;
  if (method === 'virtual_account' && account) {
    const amount = BigInt(payment.amount);
    return { kind: 'transfer', bank: account.bank, accountNumber: account.number, amount, expiresAt, pageUrl };
  }
  if (method === 'qris' && qr) return { kind: 'qr', payload: qr, expiresAt, pageUrl };
  return { kind: 'redirect', url: pageUrl };
}

function caller(options: SandboxConfiguration, fetcher: typeof fetch) {
  return async (path: string, body?: object, key?: string): Promise<PaymentView> => {
    const parsed = paymentShape.safeParse(await send(options, fetcher, path, body, key));
    if (!parsed.success) throw new GatewayUnavailable('The answer could not be read.', true, parsed.error);
    return parsed.data;
  };
}

/** GET without a body, POST with one. The answer's JSON, or undefined when it has none. */
async function send(
  options: SandboxConfiguration,
  fetcher: typeof fetch,
  path: string,
  body?: object,
  key?: string,
): Promise<unknown> {
  const answer = await fetcher(options.baseUrl + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${options.apiKey}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutSeconds * 1000),
  }).catch((error: unknown) => {
    throw new GatewayUnavailable('The gateway could not be reached.', !wasNeverSent(error), error);
  });
  const content: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return content;
  const refusal = errorShape.safeParse(content);
  const temporary = answer.status >= 500 || answer.status === 408 || answer.status === 429;
  if (temporary || !refusal.success) {
    throw new GatewayUnavailable(`The gateway answered ${answer.status}.`, true);
  }
  throw new GatewayRefused(refusal.data.error.code, refusal.data.error.message);
}

function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND';
}

function snapshot(payment: PaymentView): PaymentSnapshot {
  const { id, attemptId, currency, status, failure, paidWith, savedCard } = payment;
  return {
    reference: id,
    attemptId,
    amount: BigInt(payment.amount),
    currency,
    status,
    occurredAt: new Date(payment.statusAt),
    refunded: BigInt(payment.refunded),
    ...(failure && { failure }),
    ...(paidWith && { paidWith: { kind: paidWith.method satisfies MethodName, label: paidWith.label } }),
    ...(savedCard && { saved: savedMethod(savedCard) }),
  };
}

function savedMethod(card: NonNullable<PaymentView['savedCard']>): SavedMethod {
  return { kind: 'card', ...card };
}

function verify(secrets: readonly string[], { rawBody, headers, now }: WebhookDelivery): VerifiedEvent {
  const timestamp = headers[timestampHeader];
  const signatures = headers[signatureHeader];
  if (typeof timestamp !== 'string' || typeof signatures !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookRefused('signature', 'The delivery is not signed.');
  }
  if (!isSigned(secrets, timestamp, signatures, rawBody)) {
    throw new WebhookRefused('signature', 'No known secret made this signature.');
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookRefused('too_old', `Signed more than ${toleranceSeconds} seconds from now.`);
  }
  const event = eventShape.safeParse(parseJson(rawBody));
  if (!event.success) throw new WebhookRefused('malformed', 'The event could not be read.');
  if (event.data.type === 'payment') {
    return { kind: 'payment', eventId: event.data.id, ...snapshot(event.data.payment) };
  }
  return {
    kind: 'saved_method_updated',
    eventId: event.data.id,
    occurredAt: new Date(event.data.createdAt),
    method: savedMethod(event.data.card),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
