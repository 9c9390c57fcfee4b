import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPool } from '../../../../kernel/db/pool.ts';
import type { Delivery, Payment } from '../gateway/records.ts';
import { memoryStore } from './store-memory.ts';
import { postgresStore } from '../gateway/store-postgres.ts';
import type { SandboxStore } from '../gateway/store.ts';
import { methods } from '../methods.ts';
import { openWorld, type SandboxWorld } from './world.ts';

const now = new Date('2026-11-22T03:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

function payment(more: Partial<Payment> = {}): Payment {
  const id = `pay_${randomUUID()}`;
  return {
    id,
    idempotencyKey: id,
    fingerprint: 'x',
    attemptId: id,
    amount: '150000',
    currency: 'IDR',
    methods: ['card'],
    description: 'Tagihan “é”',
    payer: { name: 'Sari', email: 'sari@example.com' },
    language: 'id',
    save: false,
    status: 'requires_action',
    statusAt: now.toISOString(),
    createdAt: now.toISOString(),
    expiresAt: later(60).toISOString(),
    refunded: '0',
    refunds: [],
    ...more,
  };
}

function delivery(more: Partial<Delivery> = {}): Delivery {
  const at = now.toISOString();
  return {
    id: randomUUID(),
    eventId: 'evt_1',
    body: '{ "a":1}',
    state: 'waiting',
    createdAt: at,
    dueAt: at,
    tries: 0,
    ...more,
  };
}

let pool: pg.Pool;
let admin: pg.Client;
const database = `sandbox_${randomUUID().replaceAll('-', '')}`;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`create database ${database}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${database}`;
  pool = createPool(url.href, { max: 8, name: 'sandbox' });
});
afterAll(async () => {
  await pool.end();
  await admin.query(`drop database ${database} with (force)`);
  await admin.end();
});

const stores: [string, () => Promise<SandboxStore>][] = [
  ['in memory', async () => memoryStore()],
  ['in PostgreSQL', () => postgresStore(pool)],
];

describe.each(stores)('a store %s', (_, open) => {
  it('keeps one payment for one key, also when two come at once', async () => {
    const store = await open();
    const first = payment();
    const second = payment({ idempotencyKey: first.idempotencyKey });
    const [one, other] = await Promise.all([
      store.insertPayment({ payment: first, deliveries: [] }),
      store.insertPayment({ payment: second, deliveries: [delivery()] }),
    ]);
    expect(one).toEqual(other);
    expect(await store.payment(one.id)).toEqual(one);
    expect(await store.paymentWithKey(one.idempotencyKey)).toEqual(one);
    expect(await store.paymentOfAttempt(one.attemptId)).toEqual(one);
    expect(await store.payment('pay_none')).toBeUndefined();
  });

  it('lets nobody change a payment between reading and writing', async () => {
    const store = await open();
    const { id } = await store.insertPayment({ payment: payment(), deliveries: [] });
    const addOne = (known: Payment) => ({
      payment: { ...known, refunded: String(Number(known.refunded) + 1) },
      deliveries: [],
    });
    await Promise.all(Array.from({ length: 20 }, () => store.changePayment(id, addOne)));
    expect((await store.payment(id))?.refunded).toBe('20');
  });

  it('writes nothing when the decision is nothing or throws', async () => {
    const store = await open();
    const before = await store.insertPayment({ payment: payment(), deliveries: [] });
    expect(await store.changePayment(before.id, () => undefined)).toEqual(before);
    const failing = store.changePayment(before.id, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.payment(before.id)).toEqual(before);
    expect(
      await store.changePayment('pay_none', () => ({ payment: before, deliveries: [] })),
    ).toBeUndefined();
  });

  it('knows for which payments time has something to do', async () => {
    const store = await open();
    const open1 = payment();
    const slow = payment({ status: 'processing', settlesAt: later(30).toISOString() });
    const done = payment({ status: 'succeeded' });
    for (const one of [open1, slow, done]) await store.insertPayment({ payment: one, deliveries: [] });
    const due = async (at: Date) => {
      const ids = await store.paymentsDue(at);
      return [open1, slow, done].filter(({ id }) => ids.includes(id));
    };
    expect(await due(later(29))).toEqual([]);
    expect(await due(later(30))).toEqual([slow]);
    expect(await due(later(60))).toEqual([open1, slow]);
  });

  it('hands out deliveries that wait and are due, in order', async () => {
    const store = await open();
    const [first, second] = [delivery(), delivery()];
    const future = delivery({ dueAt: later(10).toISOString() });
    const card = {
      token: `card_${randomUUID()}`,
      testCard: 'success',
      brand: 'Visa',
      last4: '4242',
      forgotten: false,
      expires: { month: 1, year: 2034 },
    };
    await store.putCard(card, [first, second, future, delivery({ state: 'lost' })]);
    expect(await store.card(card.token)).toEqual(card);
    const mine = async (at: Date) =>
      (await store.deliveriesDue(at)).filter(({ id }) =>
        [first, second, future].some((one) => one.id === id),
      );
    expect(await mine(now)).toEqual([first, second]);
    await store.putDelivery({ ...first, state: 'delivered', tries: 1 });
    expect(await mine(later(10))).toEqual([second, future]);
  });
});

describe('PostgreSQL', () => {
  let world: SandboxWorld | undefined;
  afterEach(() => world?.close());

  it('may be prepared by several processes at once, and again', async () => {
    await Promise.all([postgresStore(pool), postgresStore(pool), postgresStore(pool)]);
  });

  it('remembers an open payment after a restart of the gateway', async () => {
    world = await openWorld({ store: await postgresStore(pool) });
    const { gatewayReference } = await world.gateway.startPayment({
      attemptId: randomUUID(),
      amount: 150_000n,
      currency: 'IDR',
      method: methods[0]!.id,
      description: 'x',
      payer: { name: 'x', email: 'x@example.com' },
      returnUrl: 'https://portal.example.com',
      language: 'id',
      save: false,
      expiresAt: later(600),
      now,
    });
    await world.close();
    world = await openWorld({ store: await postgresStore(pool) });
    expect((await world.gateway.fetchPayment(gatewayReference)).status).toBe('requires_action');
  });
});
