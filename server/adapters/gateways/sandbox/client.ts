import { z } from 'zod';
import {
  type DisputeSnapshot,
  type Gateway,
  type GatewayDriver,
  GatewayRefused,
  GatewayUnavailable,
  type RefundSnapshot,
  type StartPayment,
} from '../../../modules/payments/gateway.ts';
import { send } from './http.ts';
import { methods, methodsFor } from './methods.ts';
import { disputeSnapshot, nextStep, refundSnapshot, snapshot } from './snapshot.ts';
import { verify } from './webhook.ts';
import { disputeShape, paymentShape, type PaymentView, refundShape } from './wire.ts';

const configuration = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  apiKey: z.string().min(16),
  webhookSecrets: z.array(z.string().min(16)).min(1).max(3),
});
export type SandboxConfiguration = z.infer<typeof configuration>;

export const sandboxDriver: GatewayDriver<SandboxConfiguration> = {
  name: 'sandbox',
  label: { id: 'Uji coba', en: 'Sandbox' },
  configuration,
  secretFields: ['apiKey', 'webhookSecrets'],
  connect,
};

function connect(
  { webhookSecrets, ...options }: SandboxConfiguration,
  world: { fetch: typeof fetch },
): Gateway {
  const api = { ...options, fetch: world.fetch };

  async function call(path: string, body?: object, key?: string): Promise<PaymentView> {
    const parsed = paymentShape.safeParse(await send(api, path, body, key));
    if (!parsed.success) throw new GatewayUnavailable('The answer could not be read.', true, parsed.error);
    return parsed.data;
  }

  return {
    name: 'sandbox',
    methods,
    async startPayment(request) {
      const payment = await call('/v1/payments', creation(request), request.attemptId);
      return {
        gatewayReference: payment.id,
        next: nextStep(request.method, payment),
        status: payment.status,
      };
    },
    async fetchPayment(reference) {
      return snapshot(await call(`/v1/payments/${encodeURIComponent(reference)}`));
    },
    async findPayment(attemptId) {
      try {
        return snapshot(await call(`/v1/attempts/${encodeURIComponent(attemptId)}`));
      } catch (error) {
        if (error instanceof GatewayRefused && error.code === 'not_found') return undefined;
        throw error;
      }
    },
    async cancelPayment(reference) {
      return snapshot(await call(`/v1/payments/${encodeURIComponent(reference)}/cancel`, {}));
    },
    async refund({ reference, refundId, amount, reason }) {
      const body = { amount: String(amount), reason };
      const path = `/v1/payments/${encodeURIComponent(reference)}/refunds`;
      return readRefund(await send(api, path, body, refundId));
    },
    async findRefund({ reference, refundId }) {
      const path = `/v1/payments/${encodeURIComponent(reference)}/refunds/${encodeURIComponent(refundId)}`;
      try {
        return readRefund(await send(api, path));
      } catch (error) {
        if (error instanceof GatewayRefused && error.code === 'not_found') return undefined;
        throw error;
      }
    },
    async chargeSaved({ attemptId, amount, currency, token, description, payer }) {
      const body = { attemptId, amount: String(amount), currency, card: token, description, payer };
      return snapshot(await call('/v1/charges', body, attemptId));
    },
    async forgetSaved(token) {
      await send(api, `/v1/cards/${encodeURIComponent(token)}/forget`, {});
    },
    disputes: {
      find: async (disputeId) => readDispute(await send(api, pathOf(disputeId))),
      async submit({ disputeId, evidenceId, statement, file }) {
        const body = { statement, file: file.content.toString('base64') };
        return readDispute(await send(api, `${pathOf(disputeId)}/evidence`, body, evidenceId));
      },
      accept: async ({ disputeId }) => readDispute(await send(api, `${pathOf(disputeId)}/accept`, {})),
    },
    verifyWebhook: async (delivery) => verify(webhookSecrets, delivery),
  };
}

const pathOf = (dispute: string) => `/v1/disputes/${encodeURIComponent(dispute)}`;

function readDispute(answer: unknown): DisputeSnapshot {
  const parsed = disputeShape.safeParse(answer);
  if (!parsed.success) throw new GatewayUnavailable('The answer could not be read.', true, parsed.error);
  return disputeSnapshot(parsed.data);
}

function readRefund(answer: unknown): RefundSnapshot {
  const parsed = refundShape.safeParse(answer);
  if (!parsed.success) throw new GatewayUnavailable('The answer could not be read.', true, parsed.error);
  return refundSnapshot(parsed.data);
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
