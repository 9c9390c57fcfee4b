import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefused, type StartPayment } from '../../../../modules/payments/gateway.ts';
import { openWorld, pageOf, type SandboxWorld, submit } from './world.ts';

let world: SandboxWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

function asking(more: Partial<StartPayment> = {}): StartPayment {
  return {
    attemptId: 'attempt-1',
    amount: 150_000n,
    currency: 'IDR',
    method: 'card',
    description: 'Tagihan INV-2026-0042',
    payer: { name: 'Sari Wulandari', email: 'sari@example.com' },
    returnUrl: 'https://portal.example.com/back',
    language: 'en',
    save: false,
    expiresAt: new Date(world.now().getTime() + 3_600_000),
    now: world.now(),
    ...more,
  };
}

async function statuses(): Promise<string[]> {
  const deliveries = await world.received();
  const events = await Promise.all(deliveries.map((one) => world.gateway.verifyWebhook(one)));
  return events.map((event) => (event.kind === 'payment' ? event.status : event.kind));
}

const fetched = async (reference: string) => (await world.gateway.fetchPayment(reference)).status;

describe('test cards', () => {
  it.each([
    ['approve', 'succeeded'],
    ['refuse', 'failed'],
  ])('wait for the bank step: %s', async (answer, end) => {
    const started = await world.gateway.startPayment(asking());
    await world.payWith(started, 'challenge');
    expect(await fetched(started.gatewayReference)).toBe('requires_action');
    await world.payWith(started, 'success');
    expect(await fetched(started.gatewayReference)).toBe('requires_action');
    await submit(pageOf(started), 'challenge', { answer });
    expect(await fetched(started.gatewayReference)).toBe(end);
    expect(await statuses()).toEqual(['requires_action', end]);
  });

  it('succeed later when the bank is slow', async () => {
    const started = await world.gateway.startPayment(asking());
    await world.payWith(started, 'slow_success');
    expect(await statuses()).toEqual(['processing']);
    world.advance(29);
    expect(await fetched(started.gatewayReference)).toBe('processing');
    world.advance(1);
    expect(await statuses()).toEqual(['succeeded']);
  });

  it('succeed in silence when the webhook is lost', async () => {
    const started = await world.gateway.startPayment(asking());
    await world.payWith(started, 'lost_webhook');
    world.advance(7 * 86_400);
    expect(await statuses()).toEqual([]);
    expect(await world.gateway.findPayment('attempt-1')).toMatchObject({ status: 'succeeded' });
  });

  it.each([
    ['challenge', 'needs_customer', 'authentication_required'],
    ['declined_later', 'retry', 'insufficient_funds'],
    ['confirm_later', 'needs_customer', 'authentication_required'],
    ['stolen_later', 'never', 'stolen_card'],
  ])('may be declined when charged without the payer: %s', async (testCard, failureClass, code) => {
    const started = await world.gateway.startPayment(asking({ save: true }));
    await world.payWith(started, testCard);
    if (testCard === 'challenge') await submit(pageOf(started), 'challenge', { answer: 'approve' });
    const { saved } = await world.gateway.fetchPayment(started.gatewayReference);
    const { amount, currency, description, payer, now } = asking();
    const charge = { attemptId: 'attempt-2', amount, currency, description, payer, now, token: saved!.token };
    expect(await world.gateway.chargeSaved!(charge)).toMatchObject({
      status: 'failed',
      failure: { class: failureClass, code },
    });
  });

  it('are not kept when nobody asked or when they were declined', async () => {
    const plain = await world.gateway.startPayment(asking());
    await world.payWith(plain, 'success');
    expect(await world.gateway.fetchPayment(plain.gatewayReference)).not.toHaveProperty('saved');
    const declined = await world.gateway.startPayment(asking({ attemptId: 'attempt-2', save: true }));
    await world.payWith(declined, 'stolen_card');
    expect(await world.gateway.fetchPayment(declined.gatewayReference)).not.toHaveProperty('saved');
  });

  it('are kept once the payment came through, not before', async () => {
    const started = await world.gateway.startPayment(asking({ save: true }));
    await world.payWith(started, 'slow_success');
    expect(await world.gateway.fetchPayment(started.gatewayReference)).not.toHaveProperty('saved');
    world.advance(30);
    expect(await world.gateway.fetchPayment(started.gatewayReference)).toHaveProperty('saved.last4', '0077');
  });

  it('tell the merchant when the bank replaces a kept one', async () => {
    const started = await world.gateway.startPayment(asking({ save: true }));
    await world.payWith(started, 'success');
    const { saved } = await world.gateway.fetchPayment(started.gatewayReference);
    await world.received();
    const answer = await fetch(`${world.baseUrl}/v1/cards/${saved!.token}/reissue`, {
      method: 'POST',
      headers: { authorization: 'Bearer test-key-0123456789', 'content-type': 'application/json' },
      body: JSON.stringify({ expires: { month: 6, year: 2039 } }),
    });
    expect(answer.status).toBe(200);
    const [delivery] = await world.received();
    expect(await world.gateway.verifyWebhook(delivery!)).toEqual({
      kind: 'saved_method_updated',
      eventId: expect.stringMatching(/^evt_/),
      occurredAt: world.now(),
      method: { ...saved, expires: { month: 6, year: 2039 } },
    });
  });

  it('cannot be kept from other methods, nor given money back by bank transfer', async () => {
    await expect(world.gateway.startPayment(asking({ method: 'qris', save: true }))).rejects.toThrow(
      GatewayRefused,
    );
    const started = await world.gateway.startPayment(asking({ method: 'virtual_account' }));
    await submit(pageOf(started), 'transfer', {});
    const refund = {
      reference: started.gatewayReference,
      refundId: 'refund-1',
      amount: 1n,
      reason: 'x',
      now: world.now(),
    };
    await expect(world.gateway.refund!(refund)).rejects.toThrow(GatewayRefused);
  });
});
