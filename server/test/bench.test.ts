import type { AddressInfo } from 'node:net';
import { beforeAll, expect, inject, it } from 'vitest';
import { fillData, sizes } from '../../bench/data.ts';
import { setPassword } from '../../bench/database.ts';
import { load } from '../../bench/load.ts';
import { scenarios } from '../../bench/scenarios.ts';
import type { Scenario } from '../../bench/scenarios.ts';
import { findTries } from '../../bench/webhooks.ts';
import { createTestApp } from './kit/app.ts';

// Nothing is timed here: the load tests ask what the server still answers, of data that the migrations still allow.

const test = await createTestApp(new Date());
let asked: Scenario[];
let port: number;

beforeAll(async () => {
  const { rows } = await test.app.pool.query<{ name: string }>('select current_database() as name');
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${rows[0]!.name}`;
  await fillData(url.href, sizes.XS, () => {});
  await setPassword(url.href);
  const gateway = {
    tries: await findTries(url.href),
    secret: test.ports.sandbox.secret,
    now: test.clock.now,
  };
  asked = scenarios(sizes.XS, gateway);
  await test.app.http.listen({ port: 0, host: '127.0.0.1' });
  port = (test.app.http.server.address() as AddressInfo).port;
});

it('answers every scenario, and everything that follows works', async () => {
  for (const { name, next } of asked) {
    const { statuses } = await load({ port, clients: 2, seconds: 10, next, most: 12 });
    const right = Object.keys(statuses).every((status) => status.startsWith('2'));
    expect(right, `${name} ${JSON.stringify(statuses)}`).toBe(true);
  }
  await test.settle();
  expect(test.failures).toEqual([]);
});

it('counts the money of a webhook once, however often it comes', async () => {
  const { rows } = await test.app.pool.query<{ paid: bigint; told: bigint }>(
    `select (select count(*) from payments.payments) as paid, (select count(*) from payments.inbox) as told`,
  );
  // Of twelve deliveries three are repeated and one is late.
  expect(rows[0]).toEqual({ paid: 8n, told: 9n });
});
