import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../../kernel/values/errors.ts';
import type { WebhookRefused } from '../../../../modules/payments/gateway.ts';
import {
  GatewayRefused,
  GatewayUnavailable,
  parseConfiguration,
} from '../../../../modules/payments/gateway.ts';
import { sandboxDriver } from '../client.ts';
import { digest } from '../signature.ts';
import { apiKey, openWorld, type SandboxWorld, secret } from './world.ts';

const options = {
  baseUrl: 'https://pay.example.com/',
  apiKey: 'key-0123456789abcdef',
  webhookSecrets: ['secret-0123456789abcdef'],
};
const now = new Date('2026-11-22T03:00:00Z');

describe('configuration', () => {
  it('is read, with the address without its slash', () => {
    expect(parseConfiguration(sandboxDriver, options)).toEqual({
      ...options,
      baseUrl: 'https://pay.example.com',
    });
  });

  it.each([
    ['baseUrl', { baseUrl: 'ftp://pay.example.com' }],
    ['apiKey', { apiKey: 'short-secret' }],
    ['webhookSecrets', { webhookSecrets: [] }],
    ['', { more: true }],
  ])('refuses a wrong %s, naming the field and not the value', (path, wrong) => {
    let refusal: unknown;
    try {
      parseConfiguration(sandboxDriver, { ...options, ...wrong });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Problem);
    expect((refusal as Problem).fields).toMatchObject([{ path }]);
    expect(JSON.stringify(refusal)).not.toContain('short-secret');
  });

  it('names as secret what must be sealed', () => {
    expect(sandboxDriver.secretFields).toEqual(['apiKey', 'webhookSecrets']);
  });
});

describe('trouble', () => {
  const asking = {
    attemptId: 'attempt-1',
    amount: 150_000n,
    currency: 'IDR',
    method: 'card',
    description: 'x',
    payer: { name: 'x', email: 'x@example.com' },
    returnUrl: 'https://portal.example.com',
    language: 'id' as const,
    save: false,
    expiresAt: new Date(now.getTime() + 3_600_000),
    now,
  };
  const answering = (answer: () => Promise<Response>) =>
    sandboxDriver.connect(options, { fetch: answer }).startPayment(asking);

  it('means nothing happened when nobody listens', async () => {
    const nobody = sandboxDriver.connect({ ...options, baseUrl: 'http://127.0.0.1:1' }, { fetch });
    await expect(nobody.startPayment(asking)).rejects.toMatchObject({
      name: 'GatewayUnavailable',
      mayHaveHappened: expect.any(Boolean),
    });
    const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    await expect(answering(() => Promise.reject(refused))).rejects.toMatchObject({ mayHaveHappened: false });
  });

  it.each([
    ['the line broke', () => Promise.reject(new TypeError('fetch failed'))],
    ['it took too long', () => Promise.reject(new DOMException('late', 'TimeoutError'))],
    ['the gateway broke', async () => new Response('oops', { status: 502 })],
    ['the answer is no payment', async () => Response.json({ hello: 'world' })],
    ['the answer is no JSON', async () => new Response('<html>')],
    ['a proxy refused', async () => new Response('<html>', { status: 403 })],
  ])('means that it may have happened when %s', async (_, answer) => {
    await expect(answering(answer)).rejects.toThrow(GatewayUnavailable);
    await expect(answering(answer)).rejects.toMatchObject({ mayHaveHappened: true });
  });

  it('is a refusal when the gateway says so', async () => {
    const answer = async () => Response.json({ error: { code: 'invalid', message: 'No.' } }, { status: 422 });
    await expect(answering(answer)).rejects.toThrow(GatewayRefused);
  });
});

describe('webhooks', () => {
  let world: SandboxWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  it('are signed with HMAC-SHA256 over time and body', () => {
    expect(digest('secret', '1795316400', Buffer.from('{}'))).toBe(
      createHmac('sha256', 'secret').update('1795316400.{}').digest('hex'),
    );
  });

  it('are believed with any of the secrets while one is being exchanged', async () => {
    const rawBody = Buffer.from('{}');
    const timestamp = String(world.now().getTime() / 1000);
    const signedWith = (...secrets: string[]) => ({
      'sandbox-timestamp': timestamp,
      'sandbox-signature': secrets.map((one) => `v1=${digest(one, timestamp, rawBody)}`).join(', '),
    });
    const gateway = sandboxDriver.connect(
      { baseUrl: world.baseUrl, apiKey, webhookSecrets: ['new-secret-0123456789', secret] },
      { fetch },
    );
    const reason = async (headers: Record<string, string>) =>
      gateway
        .verifyWebhook({ rawBody, headers, now: world.now() })
        .catch((error: WebhookRefused) => error.reason);
    // The signature is right where the refusal is about what was signed.
    expect(await reason(signedWith(secret))).toBe('malformed');
    expect(await reason(signedWith('new-secret-0123456789'))).toBe('malformed');
    expect(await reason(signedWith('old-secret-0123456789', secret))).toBe('malformed');
    expect(await reason(signedWith('old-secret-0123456789'))).toBe('signature');
    expect(await reason({ 'sandbox-timestamp': timestamp, 'sandbox-signature': '' })).toBe('signature');
  });

  it.each([
    [300, true],
    [301, false],
    [-300, true],
    [-301, false],
  ])('are recent when signed %d seconds ago: %s', async (seconds, recent) => {
    const rawBody = Buffer.from('{}');
    const timestamp = String(world.now().getTime() / 1000 - seconds);
    const headers = {
      'sandbox-timestamp': timestamp,
      'sandbox-signature': `v1=${digest(secret, timestamp, rawBody)}`,
    };
    await expect(world.gateway.verifyWebhook({ rawBody, headers, now: world.now() })).rejects.toMatchObject({
      reason: recent ? 'malformed' : 'timestamp',
    });
  });

  it('cannot be had without the API key', async () => {
    const stranger = sandboxDriver.connect(
      { baseUrl: world.baseUrl, apiKey: 'wrong-key-0123456789', webhookSecrets: [secret] },
      { fetch },
    );
    await expect(stranger.fetchPayment('pay_1')).rejects.toMatchObject({ code: 'wrong_key' });
    await expect(world.gateway.fetchPayment('pay_1')).rejects.toMatchObject({ code: 'not_found' });
  });
});
