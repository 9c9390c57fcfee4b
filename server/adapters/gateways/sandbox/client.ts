import { z } from 'zod';
import {
  type Gateway,
  type GatewayDriver,
  GatewayRefused,
  GatewayUnavailable,
  type StartPayment,
} from '../../../modules/payments/gateway.ts';
import { send } from './http.ts';
import { methods, methodsFor } from './methods.ts';
import { nextStep, snapshot } from './snapshot.ts';
import { verify } from './webhook.ts';
import { paymentShape, type PaymentView } from './wire.ts';

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
      return snapshot(await call(`/v1/payments/${encodeURIComponent(reference)}/refunds`, body, refundId));
    },
    async chargeSaved({ attemptId, amount, currency, token, description, payer }) {
      const body = { attemptId, amount: String(amount), currency, card: token, description, payer };
      return snapshot(await call('/v1/charges', body, attemptId));
    },
    async forgetSaved(token) {
      await send(api, `/v1/cards/${encodeURIComponent(token)}/forget`, {});
    },
    verifyWebhook: async (delivery) => verify(webhookSecrets, delivery),
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
