import { beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization, TestPerson } from '../../../test/kit/people.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { expectSoundBooks, issue } from './world.ts';

const app = await createTestApp();
let finance: TestPerson;
let support: TestPerson;
let usual: TestOrganization;
let odd: TestOrganization;

const held = async (query = '') => (await finance.get(`/api/console/held-back${query}`)).body.items;
const renewals = async (of: TestOrganization) => {
  const { rows } = await app.app.pool.query(
    `select total::int, number from billing.invoices where organization_id = $1 and kind = 'renewal' order by sequence`,
    [of.id],
  );
  return rows;
};
const sweep = () => app.sweep('billing.renew-services');

beforeAll(async () => {
  usual = await buildOrganization(app, { name: 'Usual' });
  odd = await buildOrganization(app, { name: 'Odd' });
  for (const client of [usual, odd]) await issue(app, client, { amount: 10_000n });
  await app.settle();
  await buildActiveService(app, usual, { recurring: 150_000n });
  await buildActiveService(app, odd, { recurring: 150_000n });
  await buildActiveService(app, odd, { recurring: 900_000n });
  await app.clock.advance({ days: 17 });
  finance = await buildStaff(app, 'finance');
  support = await buildStaff(app, 'support');
});

test('a dry run tells what would be billed, client by client, and writes none of it', async () => {
  const started = await finance.post('/api/console/billing-runs');
  expect(started.status).toBe(201);
  expect(started.body).toMatchObject({ kind: 'dry', due: 3, lookedAt: 0, finishedAt: null });
  expect((await finance.post('/api/console/billing-runs')).body.id).toBe(started.body.id);
  await app.settle();
  const at = `/api/console/billing-runs/${started.body.id}`;
  expect((await finance.get(at)).body).toMatchObject({
    lookedAt: 3,
    held: 2,
    sums: [{ invoices: 1, total: { amount: 150_000, currency: 'IDR' } }],
    startedBy: { id: finance.id },
  });
  const clients = (await finance.get(`${at}/clients`)).body.items;
  expect(clients.map((one: { client: { name: string } }) => one.client.name)).toEqual(['Usual', 'Odd']);
  expect((await finance.get(`${at}/clients?held=only`)).body.items).toMatchObject([
    {
      client: { name: 'Odd' },
      invoices: 0,
      held: 2,
      heldTotal: { amount: 1_050_000 },
      reasons: ['large', 'with_others'],
    },
  ]);
  const file = await finance.get(`${at}/file?lang=en`);
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.text.split('\r\n').slice(1)).toEqual([
    'Usual,1,150000,0,150000,IDR,0,0,',
    'Odd,0,0,0,0,IDR,2,1050000,far larger than ever; waits with another of this client',
    '',
  ]);
  expect([...(await renewals(usual)), ...(await renewals(odd)), ...(await held())]).toEqual([]);
  expect((await support.post('/api/console/billing-runs')).status).toBe(404);
});

test('the run does what the dry run told, and holds back the client whose invoice looks wrong', async () => {
  await sweep();
  expect(await renewals(usual)).toMatchObject([{ total: 150_000, number: 'INV/2026/000003' }]);
  expect(await renewals(odd)).toEqual([]);
  expect(await held()).toMatchObject([
    {
      client: { id: odd.id, name: 'Odd' },
      periods: 2,
      totals: [{ amount: 1_050_000, currency: 'IDR' }],
      reasons: ['large', 'with_others'],
    },
  ]);
  expect(await held('?reason=no_address')).toEqual([]);
  expect(await held(`?client=${usual.id}`)).toEqual([]);
  const [run] = (await finance.get('/api/console/billing-runs?kind=real')).body.items;
  expect(run).toMatchObject({ due: 3, lookedAt: 3, held: 2, sums: [{ invoices: 1 }] });
  // What is held back is nothing that is due.
  await sweep();
  expect((await finance.get('/api/console/billing-runs?kind=real')).body.items).toHaveLength(1);
});

test('looked at again it is held again while nothing was mended, and billed however it looks when staff say so', async () => {
  const at = `/api/console/held-back/${odd.id}`;
  expect((await support.post(`${at}/bill`)).status).toBe(404);
  expect((await finance.post(`${at}/look-again`)).status).toBe(204);
  await app.settle();
  expect(await held()).toMatchObject([{ periods: 2, reasons: ['large', 'with_others'] }]);
  expect((await finance.post(`${at}/bill`)).status).toBe(204);
  await app.settle();
  expect(await held()).toEqual([]);
  expect(await renewals(odd)).toMatchObject([{ total: 1_050_000 }]);
  expect((await finance.post(`${at}/bill`)).status).toBe(404);
  await sweep();
  expect(await renewals(odd)).toHaveLength(1);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('each bound holds back what it is for, and the next look lets it go once it is mended', async () => {
  const at = '/api/console/billing-run-bounds';
  const { value, version } = (await finance.get(at)).body;
  const strict = { ...value, needsAddress: true, mostInvoices: 1, daysPast: 1 };
  expect((await finance.put(at, strict, { version })).status).toBe(200);
  const client = await buildOrganization(app, { name: 'Many' });
  await buildActiveService(app, client, { recurring: 1_000n });
  await buildActiveService(app, client, { recurring: 2_000n });
  await app.app.pool.query(`update organizations.organizations set address = '' where id = $1`, [client.id]);
  await app.clock.advance({ days: 40 });
  finance = await buildStaff(app, 'finance');
  await sweep();
  expect(await held(`?client=${client.id}`)).toMatchObject([
    { periods: 2, reasons: ['long_past', 'many', 'no_address'] },
  ]);
  const now = (await finance.get(at)).body;
  await finance.put(at, value, { version: now.version });
  await finance.post(`/api/console/held-back/${client.id}/look-again`);
  await app.settle();
  expect(await held(`?client=${client.id}`)).toEqual([]);
  expect((await renewals(client)).map(({ total }) => total)).toEqual([3_000]);
  await expectSoundBooks(app);
});
