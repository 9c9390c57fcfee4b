import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../../kernel/clock.ts';
import { signedHeaders } from '../signature.ts';
import type { EventView } from '../wire.ts';
import { type Chaos, dice, disorder } from './chance.ts';
import type { Delivery } from './records.ts';
import type { SandboxStore } from './store.ts';

export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends one webhook and resolves with the HTTP status; may reject. */
export type Deliver = (request: WebhookRequest) => Promise<number>;

/** Seconds to wait after each failed try; then the gateway gives up. */
const patience = [10, 30, 120, 600, 3_600, 3 * 3_600, 12 * 3_600, 24 * 3_600];

const timeoutSeconds = 10;

export function deliverBy(fetcher: typeof fetch): Deliver {
  return async ({ url, headers, body }) => {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const answer = await fetcher(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.status;
  };
}

export interface Courier {
  /** The deliveries that will carry the event. */
  plan(event: EventView, lost: boolean): Delivery[];
  /** Tries everything that is due, one after the other. */
  deliverDue(): Promise<{ delivered: number; failed: number }>;
}

export function courier(options: {
  store: SandboxStore;
  clock: Clock;
  deliver: Deliver;
  webhookUrl: string;
  secret: string;
  chaos: Chaos;
}): Courier {
  const { store, clock, deliver, webhookUrl, secret, chaos } = options;
  const roll = dice(chaos.seed);

  function planOne(event: EventView, lost: boolean): Delivery {
    const now = clock.now();
    const wait = chaos.delaySeconds * roll() * 1000;
    return {
      id: randomUUID(),
      eventId: event.id,
      body: JSON.stringify(event),
      state: lost || roll() < chaos.lose ? 'lost' : 'waiting',
      createdAt: now.toISOString(),
      dueAt: new Date(now.getTime() + wait).toISOString(),
      tries: 0,
    };
  }

  async function attempt(delivery: Delivery): Promise<Delivery> {
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(secret, clock.now(), delivery.body),
    };
    const answer = await deliver({ url: webhookUrl, headers, body: delivery.body }).catch((error: unknown) =>
      error instanceof Error ? error.message : 'no answer',
    );
    const tries = delivery.tries + 1;
    const told = { ...delivery, tries, lastAnswer: String(answer) };
    if (typeof answer === 'number' && answer >= 200 && answer < 300) return { ...told, state: 'delivered' };
    const wait = patience[delivery.tries];
    if (wait === undefined) return { ...told, state: 'given_up' };
    return { ...told, dueAt: new Date(clock.now().getTime() + wait * 1000).toISOString() };
  }

  return {
    plan(event, lost) {
      const copies = roll() < chaos.duplicate ? 2 : 1;
      return Array.from({ length: copies }, () => planOne(event, lost));
    },
    async deliverDue() {
      const due = disorder(await store.deliveriesDue(clock.now()), chaos.reorder, roll);
      let delivered = 0;
      for (const delivery of due) {
        const after = await attempt(delivery);
        await store.putDelivery(after);
        if (after.state === 'delivered') delivered += 1;
      }
      return { delivered, failed: due.length - delivered };
    },
  };
}
