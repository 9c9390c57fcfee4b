import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calm, type Chaos, dice, disorder } from '../gateway/chance.ts';
import { courier } from '../gateway/delivery.ts';
import { keepFlushing } from '../gateway/register.ts';
import { memoryStore } from './store-memory.ts';
import type { EventView } from '../wire.ts';

function start(chaos: Partial<Chaos> = {}, answer: () => number | Error = () => 200) {
  let time = new Date('2026-11-22T03:00:00.000Z');
  const sent: { id: string; at: number }[] = [];
  const store = memoryStore();
  const began = time.getTime();
  const post = courier({
    store,
    clock: { now: () => time },
    async deliver({ body }) {
      sent.push({ id: (JSON.parse(body) as EventView).id, at: (time.getTime() - began) / 1000 });
      const result = answer();
      if (result instanceof Error) throw result;
      return result;
    },
    webhookUrl: 'https://portal.example.com/webhooks/sandbox',
    secret: 'secret-0123456789',
    chaos: { ...calm, ...chaos },
  });
  const card = { token: 'card_1', brand: 'Visa', last4: '4242', expires: { month: 1, year: 2034 } };
  return {
    store,
    sent,
    post,
    async announce(count: number, lost = false) {
      for (let at = 0; at < count; at++) {
        const event: EventView = {
          id: `evt_${at}`,
          type: 'card.updated',
          createdAt: time.toISOString(),
          card,
        };
        for (const delivery of post.plan(event, lost)) await store.putDelivery(delivery);
      }
    },
    async pass(seconds: number) {
      time = new Date(time.getTime() + seconds * 1000);
      return post.deliverDue();
    },
  };
}

const order = (sent: { id: string }[]) => sent.map(({ id }) => Number(id.slice(4)));
const inOrder = Array.from({ length: 40 }, (_, at) => at);

describe('delivering webhooks', () => {
  it('sends each once, in order, when all is well', async () => {
    const { sent, announce, pass } = start();
    await announce(40);
    expect(await pass(0)).toEqual({ delivered: 40, failed: 0 });
    expect(await pass(86_400)).toEqual({ delivered: 0, failed: 0 });
    expect(order(sent)).toEqual(inOrder);
  });

  it.each([
    ['an error', () => 500],
    ['a redirect', () => 302],
    ['silence', () => new Error('no route')],
  ])('waits longer and longer after %s, then gives up', async (_, answer) => {
    const { sent, announce, pass } = start({}, answer);
    await announce(1);
    for (let hour = 0; hour < 80; hour++) for (let step = 0; step < 360; step++) await pass(10);
    const waits = sent.slice(1).map(({ at }, index) => at - sent[index]!.at);
    expect(waits).toEqual([10, 30, 120, 600, 3_600, 10_800, 43_200, 86_400]);
  });

  it('stops trying once the merchant has it', async () => {
    const answers = [500, 500, 204];
    const { sent, announce, pass } = start({}, () => answers.shift() ?? 500);
    await announce(1);
    for (let step = 0; step < 100; step++) await pass(10);
    expect(sent).toHaveLength(3);
  });

  it('keeps what is lost in the books only', async () => {
    const { sent, announce, pass } = start();
    await announce(1, true);
    await pass(7 * 86_400);
    expect(sent).toEqual([]);
  });
});

describe('flushing by itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes on after a failure, until it is stopped', async () => {
    const errors: unknown[] = [];
    let times = 0;
    const flush = async () => {
      times += 1;
      if (times === 1) throw new Error('no database');
      return { delivered: 0, failed: 0 };
    };
    const stop = keepFlushing({ flush }, 1_000, (error) => errors.push(error));
    await vi.advanceTimersByTimeAsync(3_000);
    expect([times, errors]).toEqual([3, [new Error('no database')]]);
    stop();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(times).toBe(3);
  });
});

describe('chaos', () => {
  const bad: Partial<Chaos> = { duplicate: 0.3, reorder: 0.3, lose: 0.1, delaySeconds: 30 };

  async function run(chaos: Partial<Chaos>): Promise<number[]> {
    const { sent, announce, pass } = start(chaos);
    await announce(40);
    for (let second = 0; second <= 30; second++) await pass(1);
    return order(sent);
  }

  it('is the same for the same seed and another for another', async () => {
    const first = await run({ ...bad, seed: 7 });
    expect(await run({ ...bad, seed: 7 })).toEqual(first);
    expect(await run({ ...bad, seed: 8 })).not.toEqual(first);
  });

  it('repeats, disorders, loses and delays', async () => {
    expect((await run({ duplicate: 0.3 })).length).toBeGreaterThan(40);
    const lossy = await run({ lose: 0.3 });
    expect(lossy.length).toBeLessThan(40);
    expect(lossy.length).toBeGreaterThan(0);
    for (const chaos of [{ reorder: 0.3 }, { delaySeconds: 30 }]) {
      const disordered = await run(chaos);
      expect(disordered).not.toEqual(inOrder);
      expect(disordered.toSorted((one, other) => one - other)).toEqual(inOrder);
    }
  });

  it('rolls evenly', () => {
    const roll = dice(1);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let time = 0; time < 10_000; time++) counts[Math.floor(roll() * 10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('leaves order alone at rate zero', () => {
    expect(disorder(inOrder, 0, dice(1))).toEqual(inOrder);
  });
});
