import fastify, { type FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { DeclineClass } from '../../../../modules/payments/domain/attempt.ts';
import type { StartedPayment, WebhookDelivery } from '../../../../modules/payments/gateway.ts';
import type { GatewayWorld } from '../../suite.ts';
import { sandboxDriver } from '../client.ts';
import type { Chaos } from '../gateway/chance.ts';
import { deliverBy } from '../gateway/delivery.ts';
import { registerSandboxGateway, type SandboxGateway } from '../gateway/register.ts';
import { memoryStore } from './store-memory.ts';
import type { SandboxStore } from '../gateway/store.ts';
import { testCardNamed } from '../gateway/test-cards.ts';

export const apiKey = 'test-key-0123456789';
export const secret = 'test-secret-0123456789';

export interface SandboxWorld extends GatewayWorld {
  sandbox: SandboxGateway;
  store: SandboxStore;
  /** Where the gateway listens. */
  baseUrl: string;
  /** HTTP status with which the merchant answers webhooks. */
  mailbox: { answers: number };
  payWith(started: StartedPayment, testCard: string): Promise<void>;
}

/** The gateway and a merchant, both listening on loopback; time stands still unless advanced. */
export async function openWorld(
  options: { chaos?: Chaos; store?: SandboxStore } = {},
): Promise<SandboxWorld> {
  let time = new Date('2026-11-22T03:00:00.000Z');
  const clock = { now: () => time };
  const mailbox = { answers: 200 };
  const arrived: WebhookDelivery[] = [];

  const merchant = fastify();
  merchant.removeAllContentTypeParsers();
  merchant.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  merchant.post('/webhooks/sandbox', async (request, reply) => {
    arrived.push({ rawBody: request.body as Buffer, headers: request.headers, now: clock.now() });
    return reply.code(mailbox.answers).send();
  });

  const host = fastify();
  const store = options.store ?? memoryStore();
  let baseUrl = '';
  const webhookUrl = `${await listen(merchant)}/webhooks/sandbox`;
  const sandbox = registerSandboxGateway(host, {
    store,
    clock,
    deliver: deliverBy(fetch),
    webhookUrl,
    apiKey,
    secret,
    publicUrl: () => baseUrl,
    merchantName: 'Nusa Hosting',
    prefix: '/sandbox',
    ...(options.chaos && { chaos: options.chaos }),
  });
  baseUrl = `${await listen(host)}/sandbox`;

  const connect = (webhookSecrets: string[]) =>
    sandboxDriver.connect({ baseUrl, apiKey, webhookSecrets }, { fetch });

  const payWith = (started: StartedPayment, testCard: string) =>
    submit(pageOf(started), 'card', {
      number: testCardNamed(testCard)!.number,
      expiry: '12/34',
      cvc: '123',
      holder: 'Sari Wulandari',
    });

  return {
    gateway: connect([secret]),
    stranger: connect(['another-secret-0123456789']),
    sandbox,
    store,
    baseUrl,
    mailbox,
    now: () => time,
    advance(seconds) {
      time = new Date(time.getTime() + seconds * 1000);
    },
    payWith,
    payer: {
      async pay(started) {
        if (started.next.kind === 'transfer') return submit(pageOf(started), 'transfer', {});
        if (started.next.kind === 'qr') return submit(pageOf(started), 'scan', {});
        const page = await (await fetch(started.next.url)).text();
        if (page.includes('/method?')) await submit(started.next.url, 'method', { method: 'card' });
        if (page.includes('/wallet?')) return submit(started.next.url, 'wallet', { answer: 'approve' });
        return payWith(started, 'success');
      },
      beDeclined: (started, how) => payWith(started, declined[how]),
    },
    async received() {
      await sandbox.flush();
      return arrived.splice(0);
    },
    async close() {
      await Promise.all([host.close(), merchant.close()]);
    },
  };
}

const declined: Record<DeclineClass, string> = {
  retry: 'insufficient_funds',
  needs_customer: 'expired_card',
  never: 'stolen_card',
};

async function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' });
}

export function pageOf({ next }: StartedPayment): string {
  return next.kind === 'redirect' ? next.url : next.pageUrl!;
}

/** Sends a form to where the page would; a payment that is over shows no form and takes none. */
export async function submit(page: string, form: string, fields: Record<string, string>): Promise<void> {
  const url = new URL(page);
  url.pathname += `/${form}`;
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  expect(answer.status).toBe(303);
}
