import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { sandboxDriver } from '../../adapters/gateways/sandbox/client.ts';
import { calm } from '../../adapters/gateways/sandbox/gateway/chance.ts';
import type { Chaos } from '../../adapters/gateways/sandbox/gateway/chance.ts';
import { deliverBy } from '../../adapters/gateways/sandbox/gateway/delivery.ts';
import type { WebhookRequest } from '../../adapters/gateways/sandbox/gateway/delivery.ts';
import { fetchFrom } from '../../adapters/gateways/sandbox/gateway/in-process.ts';
import { registerSandboxGateway } from '../../adapters/gateways/sandbox/gateway/register.ts';
import { memoryStore } from '../../adapters/gateways/sandbox/test/store-memory.ts';
import { signedHeaders } from '../../adapters/gateways/sandbox/signature.ts';
import type { Clock } from '../../kernel/clock.ts';
import { guarded } from '../../kernel/db/network-guard.ts';
import type { Gateway } from '../../modules/payments/gateway.ts';

const apiKey = 'test-key-0123456789';
const secret = 'test-secret-0123456789';
const origin = 'http://sandbox.test';

/** What lies between us and the gateway. `lost_answer`: it acts, and we never hear; `lost_call`: it never hears, and we cannot know. */
export type Line = 'up' | 'refused' | 'lost_call' | 'lost_answer';

/** A sandbox gateway with a memory of its own, which tests pay at as payers do: by its pages. */
export interface TestGateway {
  gateway: Gateway;
  /** What it signs with. */
  secret: string;
  line: Line;
  /** Runs once, after the gateway has acted on the next call and before we get the answer. */
  beforeAnswer: (() => Promise<void>) | null;
  /** How webhooks go wrong; change its fields. */
  chaos: Chaos;
  /** Every webhook that was delivered, as it was sent. */
  delivered: WebhookRequest[];
  /** Lets the gateway's time pass and delivers what is due. */
  flush(): Promise<{ delivered: number; failed: number }>;
  /** A page of the gateway, as a browser gets it. */
  page(url: string): Promise<string>;
  /** Sends a form of a page: 'card', 'challenge', 'transfer', 'scan', 'wallet', 'method'. */
  submit(url: string, form: string, fields?: Record<string, string>): Promise<void>;
  /** Signs a body as the gateway would and gives it to us; resolves with the status. */
  send(body: string, over?: { secret?: string; at?: Date }): Promise<number>;
  /** Who gets the webhooks. */
  deliverTo(app: FastifyInstance): void;
}

export function testGateway(clock: Clock): TestGateway {
  const host = fastify();
  let merchant: FastifyInstance | null = null;
  const toGateway = fetchFrom(() => host);
  const toUs = deliverBy(fetchFrom(() => merchant!));
  const webhookUrl = 'http://merchant.test/api/webhooks/payments/sandbox';
  const chaos: Chaos = { ...calm };
  const delivered: WebhookRequest[] = [];

  const sandbox = registerSandboxGateway(host, {
    store: memoryStore(),
    clock,
    deliver(request) {
      delivered.push(request);
      return toUs(request);
    },
    webhookUrl,
    apiKey,
    secret,
    publicUrl: () => origin,
    merchantName: 'Nusa Hosting',
    chaos,
  });

  const call: typeof fetch = async (input, init) => {
    if (self.line === 'refused') throw new TypeError('refused', { cause: { code: 'ECONNREFUSED' } });
    if (self.line === 'lost_call') throw new TypeError('lost');
    const answer = await toGateway(input, init);
    const hook = self.beforeAnswer;
    self.beforeAnswer = null;
    await hook?.();
    if (self.line === 'lost_answer') throw new TypeError('lost');
    return answer;
  };

  const self: TestGateway = {
    gateway: guarded(
      'the sandbox gateway',
      sandboxDriver.connect({ baseUrl: origin, apiKey, webhookSecrets: [secret] }, { fetch: call }),
    ),
    secret,
    line: 'up',
    beforeAnswer: null,
    chaos,
    delivered,
    flush: () => sandbox.flush(),
    page: async (url) => (await toGateway(url)).text(),
    async submit(page, form, fields = {}) {
      const url = new URL(page);
      url.pathname += `/${form}`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await toGateway(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
      if (answer.status !== 303) throw new Error(`the gateway answered ${answer.status} to ${form}`);
    },
    send(body, over = {}) {
      const headers = {
        'content-type': 'application/json',
        ...signedHeaders(over.secret ?? secret, over.at ?? clock.now(), body),
      };
      return toUs({ url: webhookUrl, headers, body });
    },
    deliverTo(app) {
      merchant = app;
    },
  };
  return self;
}
