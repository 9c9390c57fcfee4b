import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { dice } from '../../adapters/gateways/sandbox/gateway/chance.ts';
import { signedHeaders } from '../../adapters/gateways/sandbox/signature.ts';
import { bundled, preparedFolder, runCli } from '../process/cli.ts';
import { ask, passTenMinutes, spoilWebhooks, standings, undone } from './books.ts';
import { buy } from './buyer.ts';
import type { Way } from './buyer.ts';
import { mortalServer } from './mortal-server.ts';
import type { MortalServer } from './mortal-server.ts';
import { openShop } from './shop.ts';

// Whenever the process or its database dies, what was paid is paid once, what was paid for is set up once, and nothing is left lying.

bundled();

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const orders = 200;
const kills = 10;

test(`killed -9 in the middle of ${orders} payments (FAULT_SEED=${seed})`, { timeout: 600_000 }, async () => {
  const roll = dice(seed);
  const { data } = await preparedFolder();
  const shop = await openShop(data, 8);
  const server = await mortalServer({ CLIENTAREA_DATA: data, CLIENTAREA_SANDBOX_GATEWAY: 'on' }, roll);
  await spoilWebhooks(data);

  const ways = Array.from({ length: orders }, (_, index) => wayOf(index, roll()));
  let left = shop.buyers.length;
  const buying = Promise.all(
    shop.buyers.map(async (buyer) => {
      for (let way = ways.shift(); way; way = ways.shift()) await buy(server, shop, buyer, way);
      left--;
    }),
  );
  const killing = server.killAtRandom(kills, () => left === 0);
  await buying;
  expect(await killing).toBeGreaterThanOrEqual(8);
  await everythingDone(data);

  const standing = await standings(data);
  expect(standing).toHaveLength(orders);
  for (const { services, ...order } of standing) {
    const once = { status: 'fulfilled', paid: true, taken: 1, payments: 1, receipts: 1 };
    const never = { status: 'pending_payment', paid: false, taken: 0, payments: 0, receipts: 0 };
    const expected = order.taken > 0 ? once : never;
    expect(order).toEqual(expected);
    expect(services).toHaveLength(1);
    const { id, state, technical } = services[0]!;
    expect([state, technical]).toEqual(expected === once ? ['active', 'running'] : ['pending', 'none']);
    expect([id, setUps(id)]).toEqual([id, expected === once ? 1 : 0]);
  }
  expect(shop.vendor.violations).toEqual([]);
  // Nearly all buyers meant to pay; the deaths of the server kept few of them from it.
  expect(standing.filter(({ paid }) => paid).length).toBeGreaterThan(orders * 0.7);

  const failed = await ask(
    data,
    `select data ->> 'name' as job, output from pgboss.job where state = 'failed'`,
  );
  // Asking is not repeated by the queue: the next sweep asks again.
  expect(failed.filter(({ job }) => job !== 'payments.ask-about-attempt')).toEqual([]);
  await everythingSaidAgain(server, data, roll);
  await everythingDone(data);
  expect(await standings(data)).toEqual(standing);

  const doctor = runCli(['doctor'], { CLIENTAREA_DATA: data });
  expect([await doctor.ended, doctor.stdout().match(/^BAD.*/gm)]).toEqual([0, null]);
  expect(await server.stop()).toBe(0);

  /**
   * How many instances the vendor has for a service, or the most it ever had at once when that is more than one. Each id counts
   * once; a clean-up may find nothing, when we died before our request left.
   */
  function setUps(service: string): number {
    const done = new Map(
      shop.vendor.received.filter(({ method }) => method === 'POST').map(({ id, body }) => [id, body]),
    );
    let [now, most] = [0, 0];
    for (const body of done.values()) {
      const { type, data } = JSON.parse(body) as { type: string; data: { instance: { id: string } } };
      if (data.instance.id !== service) continue;
      if (type === 'service.provision') now++;
      if (type === 'service.deprovision') now = 0;
      most = Math.max(most, now);
    }
    return most > 1 ? most : now;
  }
});

function wayOf(index: number, roll: number): Way {
  if (roll < 0.3) return 'transfer';
  if (roll < 0.55) return 'scan';
  if (roll < 0.6) return 'leaves';
  if (roll < 0.7) return 'challenge';
  if (roll < 0.75) return 'insufficient_funds';
  if (roll < 0.8) return 'lost_webhook';
  // It takes half a minute, which is to be over when the others have paid.
  if (roll < 0.9 && index < orders / 4) return 'slow_success';
  return 'success';
}

/** Waits until nothing is left to do. Time passes only while nobody is at work, as with leases that outlive a killed worker. */
async function everythingDone(data: string): Promise<void> {
  const deadline = AbortSignal.timeout(180_000);
  for (;;) {
    const { now, later } = await undone(data);
    if (now + later === 0) return;
    if (deadline.aborted) throw new Error(`still to be done: ${now} now and ${later} later`);
    if (now === 0)
      await passTenMinutes(data, ['payments.ask-about-attempts', 'provisioning.find-due-instances']);
    await wait(250);
  }
}

/** The gateway tells all of it once more, in any order, over the network. */
async function everythingSaidAgain(server: MortalServer, data: string, roll: () => number): Promise<void> {
  const kept = readFileSync(join(data, 'secrets/sandbox-gateway-webhooks'), 'utf8');
  const secret = Buffer.from(kept, 'base64').toString('base64url');
  const told = await ask<{ body: string }>(
    data,
    `select document ->> 'body' as body from sandbox_gateway.deliveries`,
  );
  const shuffled = told.map(({ body }) => ({ body, place: roll() })).toSorted((a, b) => a.place - b.place);
  for (const { body } of shuffled) {
    const headers = { 'content-type': 'application/json', ...signedHeaders(secret, new Date(), body) };
    const { status } = await server.ask('/api/webhooks/payments/sandbox', { method: 'POST', headers, body });
    expect(status).toBe(204);
  }
}
