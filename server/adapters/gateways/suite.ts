import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AttemptState,
  type DeclineClass,
  declineClasses,
  merge,
} from '../../modules/payments/domain/attempt.ts';
import {
  type Gateway,
  GatewayRefused,
  type PaymentMethod,
  type StartedPayment,
  type StartPayment,
  type VerifiedEvent,
  type WebhookDelivery,
  WebhookRefused,
} from '../../modules/payments/gateway.ts';

/** A gateway with somebody who pays and a merchant's mailbox for webhooks. */
export interface GatewayWorld {
  gateway: Gateway;
  /** The same gateway, connected with a webhook secret it does not use. */
  stranger: Gateway;
  now(): Date;
  advance(seconds: number): void;
  payer: {
    /** Pays, by whatever the next step asks for. Must do no harm when the payment is over. */
    pay(started: StartedPayment): Promise<void>;
    /** Tries a card that is declined in this way. */
    beDeclined(started: StartedPayment, how: DeclineClass): Promise<void>;
  };
  /** Lets the gateway send what is due; what arrived since the last call, in order of arrival. */
  received(): Promise<WebhookDelivery[]>;
  close(): Promise<void>;
}

/** What every gateway adapter must do. Methods are those of the driver; a card and a transfer among them. */
export function gatewaySuite(
  name: string,
  methods: readonly PaymentMethod[],
  open: () => Promise<GatewayWorld>,
): void {
  describe(`${name} as a gateway`, () => {
    let world: GatewayWorld;
    let count = 0;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    const amount = 150_000n;
    const card = methods.find(({ kind }) => kind === 'card')!;
    const transfer = methods.find(({ kind }) => kind === 'virtual_account')!;

    function asking(method: PaymentMethod, more: Partial<StartPayment> = {}): StartPayment {
      const now = world.now();
      return {
        attemptId: `attempt-${++count}`,
        amount,
        currency: 'IDR',
        method: method.id,
        description: 'Tagihan INV-2026-0042',
        payer: { name: 'Sari Wulandari', email: 'sari@example.com' },
        returnUrl: 'https://portal.example.com/billing/pay/42',
        language: 'id',
        save: false,
        expiresAt: new Date(now.getTime() + method.lifetime.usual * 1000),
        now,
        ...more,
      };
    }

    function attempt(request: StartPayment): AttemptState {
      const { attemptId, amount, currency, now } = request;
      return { attemptId, amount, currency, status: 'created', at: now, refunded: 0n };
    }

    async function events(): Promise<(VerifiedEvent & { kind: 'payment' })[]> {
      const deliveries = await world.received();
      const verified = await Promise.all(deliveries.map((delivery) => world.gateway.verifyWebhook(delivery)));
      return verified.filter((event) => event.kind === 'payment');
    }

    const mergeAll = (state: AttemptState, news: readonly (VerifiedEvent & { kind: 'payment' })[]) =>
      news.reduce((known, event) => merge(known, event).state, state);

    async function paid(method: PaymentMethod, more: Partial<StartPayment> = {}) {
      const request = asking(method, more);
      const started = await world.gateway.startPayment(request);
      await world.payer.pay(started);
      return { request, started, state: mergeAll(attempt(request), await events()) };
    }

    it.each(methods.map((method) => [method.id, method] as const))(
      'is paid once by %s',
      async (_, method) => {
        const request = asking(method);
        const started = await world.gateway.startPayment(request);
        expect(started.status).toBe('requires_action');
        expect(started.next.kind === 'redirect' ? 'redirect' : 'push').toBe(method.flow);
        expect(await world.gateway.fetchPayment(started.gatewayReference)).toMatchObject({
          attemptId: request.attemptId,
          status: 'requires_action',
          amount,
          currency: 'IDR',
          refunded: 0n,
        });

        world.advance(5);
        await world.payer.pay(started);
        const first = mergeAll(attempt(request), await events());
        expect(first).toMatchObject({ status: 'succeeded', at: world.now() });

        world.advance(5);
        await world.payer.pay(started);
        const snapshot = await world.gateway.fetchPayment(started.gatewayReference);
        expect(mergeAll(first, await events())).toEqual(first);
        expect(merge(first, snapshot).outcome).toBe('nothing_new');
        expect(snapshot.paidWith?.label).toBeTruthy();
      },
    );

    it('starts one payment for one attempt, also when asked twice at once', async () => {
      const request = asking(card);
      const [one, other] = await Promise.all([
        world.gateway.startPayment(request),
        world.gateway.startPayment(request),
      ]);
      expect(other).toEqual(one);
      world.advance(card.lifetime.longest + 1);
      const again = await world.gateway.startPayment(request);
      expect(again.gatewayReference).toBe(one.gatewayReference);
    });

    it('refuses another sum for the same attempt', async () => {
      const request = asking(card);
      await world.gateway.startPayment(request);
      await expect(world.gateway.startPayment({ ...request, amount: amount + 1n })).rejects.toThrow(
        GatewayRefused,
      );
    });

    it.each(['min', 'max'] as const)('refuses sums beyond the %s of the method', async (end) => {
      const limit = transfer.limits.IDR![end];
      const beyond = end === 'min' ? limit - 1n : limit + 1n;
      await expect(world.gateway.startPayment(asking(transfer, { amount: beyond }))).rejects.toThrow(
        GatewayRefused,
      );
      expect((await world.gateway.startPayment(asking(transfer, { amount: limit }))).status).toBe(
        'requires_action',
      );
    });

    it('finds what it has heard of by our attempt id', async () => {
      const request = asking(card);
      expect(await world.gateway.findPayment(request.attemptId)).toBeUndefined();
      const { gatewayReference } = await world.gateway.startPayment(request);
      expect(await world.gateway.findPayment(request.attemptId)).toMatchObject({
        reference: gatewayReference,
      });
    });

    it.each(declineClasses)('says that a card was declined: %s', async (how) => {
      const request = asking(card);
      const started = await world.gateway.startPayment(request);
      await world.payer.beDeclined(started, how);
      const state = mergeAll(attempt(request), await events());
      expect(state).toMatchObject({ status: 'failed', failure: { class: how } });
      const snapshot = await world.gateway.fetchPayment(started.gatewayReference);
      expect(merge(state, snapshot)).toEqual({ state, outcome: 'nothing_new' });
    });

    it('expires, and still takes money that comes late', async () => {
      const request = asking(transfer);
      const started = await world.gateway.startPayment(request);
      world.advance(transfer.lifetime.usual + 60);
      const expired = mergeAll(attempt(request), await events());
      expect(expired).toMatchObject({ status: 'expired', at: request.expiresAt });
      await world.payer.pay(started);
      expect(mergeAll(expired, await events())).toMatchObject({ status: 'succeeded', at: world.now() });
    });

    it('cancels what is open and leaves what is paid', async () => {
      const open = await world.gateway.startPayment(asking(card));
      for (let time = 0; time < 2; time++) {
        expect((await world.gateway.cancelPayment(open.gatewayReference)).status).toBe('canceled');
      }
      await world.payer.pay(open);
      expect((await world.gateway.fetchPayment(open.gatewayReference)).status).toBe('canceled');
      const { started } = await paid(card);
      expect((await world.gateway.cancelPayment(started.gatewayReference)).status).toBe('succeeded');
    });

    it('sends money back in parts, each once and never more than came', async () => {
      const { started, state } = await paid(card);
      const refund = (refundId: string, part: bigint) =>
        world.gateway.refund!({
          reference: started.gatewayReference,
          refundId,
          amount: part,
          reason: 'Salah pesan',
          now: world.now(),
        });
      const first = { refundId: 'refund-1', status: 'succeeded', amount: 50_000n };
      expect(await refund('refund-1', 50_000n)).toMatchObject(first);
      expect(await refund('refund-1', 50_000n)).toMatchObject(first);
      const find = (refundId: string) =>
        world.gateway.findRefund!({ reference: started.gatewayReference, refundId });
      expect(await find('refund-1')).toMatchObject(first);
      expect(await find('refund-9')).toBeUndefined();
      await expect(refund('refund-1', 60_000n)).rejects.toThrow(GatewayRefused);
      await expect(refund('refund-2', 100_001n)).rejects.toThrow(GatewayRefused);
      expect(mergeAll(state, await events())).toMatchObject({ status: 'succeeded', refunded: 50_000n });
      expect(await refund('refund-3', 100_000n)).toMatchObject({ status: 'succeeded', amount: 100_000n });
      expect(mergeAll(state, await events())).toMatchObject({ status: 'refunded', refunded: amount });
    });

    it('keeps a card, charges it again and forgets it', async () => {
      const { started } = await paid(card, { save: true });
      const { saved } = await world.gateway.fetchPayment(started.gatewayReference);
      expect(saved).toMatchObject({ kind: 'card', last4: expect.stringMatching(/^\d{4}$/) });
      const charge = {
        attemptId: `attempt-${++count}`,
        amount: 99_000n,
        currency: 'IDR',
        token: saved!.token,
        description: 'Perpanjangan',
        payer: { name: 'Sari Wulandari', email: 'sari@example.com' },
        now: world.now(),
      };
      const charged = await world.gateway.chargeSaved!(charge);
      expect(charged).toMatchObject({ status: 'succeeded', amount: 99_000n, attemptId: charge.attemptId });
      await world.gateway.forgetSaved!(saved!.token);
      await world.gateway.forgetSaved!(saved!.token);
      expect(await world.gateway.chargeSaved!(charge)).toEqual(charged);
      const another = { ...charge, attemptId: `attempt-${++count}` };
      await expect(world.gateway.chargeSaved!(another)).rejects.toThrow(GatewayRefused);
    });

    it('keeps a card without taking money', async () => {
      const { started, state } = await paid(card, { save: true, amount: 0n });
      expect(state).toMatchObject({ status: 'succeeded', amount: 0n });
      expect((await world.gateway.fetchPayment(started.gatewayReference)).saved?.token).toBeTruthy();
    });

    it('believes only deliveries that are signed, whole and recent', async () => {
      const request = asking(card);
      const started = await world.gateway.startPayment(request);
      await world.payer.pay(started);
      const [delivery] = await world.received();
      const expectRefusal = (changed: Partial<WebhookDelivery>, gateway = world.gateway) =>
        expect(gateway.verifyWebhook({ ...delivery!, ...changed })).rejects.toThrow(WebhookRefused);

      const tampered = delivery!.rawBody.toString().replace('150000', '150');
      expect(tampered).not.toBe(delivery!.rawBody.toString());
      await expectRefusal({ rawBody: Buffer.from(tampered) });
      await expectRefusal({ rawBody: Buffer.concat([delivery!.rawBody, Buffer.from(' ')]) });
      await expectRefusal({ headers: {} });
      await expectRefusal({ now: new Date(world.now().getTime() + 3_600_000) });
      await expectRefusal({ now: new Date(world.now().getTime() - 3_600_000) });
      await expectRefusal({}, world.stranger);
      expect(await world.gateway.verifyWebhook(delivery!)).toMatchObject({
        kind: 'payment',
        attemptId: request.attemptId,
        reference: started.gatewayReference,
        amount,
        currency: 'IDR',
      });
    });

    it('tells one story however often and in whatever order its events come', async () => {
      const request = asking(transfer);
      const started = await world.gateway.startPayment(request);
      world.advance(transfer.lifetime.usual + 60);
      const late = await events();
      await world.payer.pay(started);
      const story = [...late, ...(await events())];
      expect(story.length).toBeGreaterThanOrEqual(2);
      const end = mergeAll(attempt(request), story);
      expect(end.status).toBe('succeeded');
      for (const order of permutations([...story, ...story].slice(0, 5))) {
        expect(mergeAll(attempt(request), order)).toEqual(end);
      }
    });
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
