import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

// A leap year: the last day of January, and the day that comes only every four years.
const app = await createTestApp(new Date('2028-01-31T02:00:00Z'));
const { sell, item, order, show, pay } = await setScene(app);
const term = { months: 1, follows: 'renews', noticeDays: 3, early: { kind: 'percent', percent: 5_000 } };

async function to(instant: string): Promise<void> {
  await app.clock.advance({ seconds: (new Date(instant).getTime() - app.clock.now().getTime()) / 1000 });
}

/** The hourly sweeps of a moment, and what is invoiced is paid. */
async function sweep(of: TestOrganization): Promise<void> {
  for (const name of [
    'services.find-terms-to-begin',
    'billing.renew-services',
    'services.find-terms-to-tell',
    'services.find-ended-terms',
  ])
    await app.sweep(name);
  await app.settle();
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select id from billing.invoices where organization_id = $1 and settlement = 'unpaid'`,
    [of.id],
  );
  for (const { id } of rows) await pay(of, id);
}

async function begin(over: object, timeZone = 'Asia/Jakarta') {
  const client = await buildOrganization(app);
  await app.app.pool.query('update organizations.organizations set time_zone = $2 where id = $1', [
    client.id,
    timeZone,
  ]);
  const product = await sell({
    product: { taxCategory: 'outside' },
    plan: { prices: [rupiah('monthly', 100_000)], term: { ...term, ...over } },
  });
  client.owner.cookie = (await signInAgain(app, client.owner)).cookie;
  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const at = client.at(`/services/${(await show(client, placed.id)).items[0]!.serviceId}`);
  const look = async () => (await (await signInAgain(app, client.owner)).get(at)).body;
  return { client, at, look };
}

test('from the last day of a month on, terms end with the months: through the leap day, and never drift', async () => {
  const { client, look } = await begin({});
  const ends: CalendarDate[] = [(await look()).term.endsOn];
  for (const day of ['02-29', '03-31', '04-30', '05-31']) {
    await to(`2028-${day}T01:00:00Z`);
    await sweep(client);
    ends.push((await look()).term.endsOn);
  }
  expect(ends).toEqual(['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31', '2028-06-30']);
  const { rows } = await app.app.pool.query<{ from: string; to: string }>(
    `select period_from::text as "from", period_to::text as "to" from billing.renewals where organization_id = $1 order by 1`,
    [client.id],
  );
  expect(rows.slice(0, 3)).toEqual([
    { from: '2028-02-29', to: '2028-03-31' },
    { from: '2028-03-31', to: '2028-04-30' },
    { from: '2028-04-30', to: '2028-05-31' },
  ]);
});

test('a year from the leap day ends on the last of February; the last day to say no is a day of the client', async () => {
  await to('2032-02-29T02:00:00Z');
  const { client, at, look } = await begin({ months: 12 });
  expect((await look()).term).toMatchObject({ endsOn: '2033-02-28', sayBy: '2033-02-25' });
  // 24:00 of that day in Jakarta is 17:00 in UTC.
  const leave = async () =>
    (await signInAgain(app, client.owner)).post(`${at}/cancel`, { when: 'term_end', reason: 'unused' });
  for (let month = 3; month <= 12; month++) {
    await to(`2032-${String(month).padStart(2, '0')}-28T01:00:00Z`);
    await sweep(client);
  }
  await to('2033-02-25T16:59:00Z');
  await sweep(client);
  expect((await leave()).status).toBe(200);
  const owner = await signInAgain(app, client.owner);
  expect((await owner.post(`${at}/keep`)).status).toBe(200);
  await to('2033-02-25T17:00:00Z');
  expect((await leave()).body.facts).toEqual({ reason: 'notice_passed' });
  await to('2033-02-27T16:59:00Z');
  await sweep(client);
  expect((await look()).term.endsOn).toBe('2033-02-28');
  await to('2033-02-27T17:01:00Z');
  await sweep(client);
  expect((await look()).term.endsOn).toBe('2034-02-28');
});

test('the same term in other zones ends when the day is over there, also where clocks are turned', async () => {
  await to('2034-02-28T20:00:00Z');
  const west = await begin({ follows: 'ends' }, 'America/New_York');
  const east = await begin({ follows: 'ends' }, 'Pacific/Auckland');
  // The same instant is another day there.
  expect((await west.look()).term.endsOn).toBe('2034-03-28');
  expect((await east.look()).term.endsOn).toBe('2034-04-01');
  // In New York clocks were turned on 12 March, in Auckland on 2 April.
  const ended = async (instant: string) => {
    await to(instant);
    for (const { client } of [west, east]) await sweep(client);
    return [(await west.look()).state, (await east.look()).state];
  };
  expect(await ended('2034-03-28T03:59:00Z')).toEqual(['active', 'active']);
  expect(await ended('2034-03-28T04:01:00Z')).toEqual(['ended', 'active']);
  expect(await ended('2034-03-31T10:59:00Z')).toEqual(['ended', 'active']);
  expect(await ended('2034-03-31T11:01:00Z')).toEqual(['ended', 'ended']);
});
