import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import type { SecurityEvent } from '../contract.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';

const logged: { fields: Record<string, unknown>; message: string }[] = [];
const app = await createTestApp(undefined, {
  log: {
    info() {},
    error() {},
    warn: (fields, message) => void logged.push({ fields: fields as never, message }),
  },
});
const ours = await buildOrganization(app, { name: 'Ours' });
const foreign = await buildOrganization(app, { name: 'Foreign' });
const watcher = await buildStaff(app, 'operations');
const at = '/api/console/security-events';

async function events(query = '') {
  await app.app.refusals.flush();
  return (await watcher.get(`${at}${query}`)).body.items as SecurityEvent[];
}

test('a door that refuses somebody leaves a record of who, what, where and how often', async () => {
  const ani = await buildPerson(app, { name: 'Ani Mengintip' });
  for (let n = 0; n < 5; n++) expect((await ani.get(ours.at('/invoices'))).status).toBe(404);
  const found = await events('?q=Mengintip');
  expect(found).toMatchObject([
    {
      sign: 'access',
      code: 'not_found',
      route: 'GET /api/organizations/:organization/invoices',
      caller: { kind: 'person', id: ani.id, name: 'Ani Mengintip' },
      organization: { id: ours.id, name: 'Ours' },
      count: 5,
    },
  ]);
  const line = logged.find(({ fields }) => fields.callerId === ani.id);
  expect(line).toMatchObject({ message: 'requests were refused', fields: { sign: 'access', count: 5 } });
  expect(JSON.stringify(line)).not.toContain('Mengintip');
});

test('a role that lacks the right, the console to a client, and a right beyond one’s own are refused access', async () => {
  const finance = await buildMember(app, ours, 'finance');
  await finance.get(ours.at('/domains'));
  await finance.get('/api/console/clients');
  await finance.post(ours.at('/keys'), { name: 'Key', permissions: ['services.service.read'] });
  const found = (await events('?sign=access')).filter(({ caller }) => caller.id === finance.id);
  expect(found.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'beyond_you',
    'not_found',
    'not_found',
  ]);
});

test('a key is recorded as itself, and a token that is none as forged', async () => {
  const made = await ours.owner.post(ours.at('/keys'), {
    name: 'Curious program',
    permissions: ['services.service.read'],
  });
  const by = (token: string) =>
    anonymous(app.app).get(foreign.at('/services'), { headers: { authorization: `Bearer ${token}` } });
  expect((await by(made.body.token)).status).toBe(404);
  expect((await by('ca_made_up')).status).toBe(401);
  expect((await events('?q=Curious'))[0]).toMatchObject({ sign: 'access', caller: { kind: 'key' } });
  expect((await events('?sign=forged'))[0]).toMatchObject({
    code: 'unknown_api_key',
    caller: { kind: 'anonymous', name: null },
    address: '127.0.0.1',
  });
});

test.each([
  [
    'origin',
    'cross_site',
    { method: 'DELETE', url: '/api/session', headers: { origin: 'https://evil.example' } },
  ],
  [
    'replayed',
    'link_used_up',
    {
      method: 'PUT',
      url: '/api/password',
      payload: { token: 'x'.repeat(43), password: 'kuda terbang malam' },
    },
  ],
  [
    'guess',
    'wrong_credentials',
    { method: 'POST', url: '/api/session', payload: { email: 'nobody@example.com', password: 'wrong' } },
  ],
  [
    'forged',
    'webhook_refused',
    { method: 'POST', url: '/api/webhooks/payments/sandbox', payload: { any: 1 } },
  ],
  ['input', 'invalid_input', { method: 'POST', url: '/api/session', payload: { email: 5 } }],
] as const)('an attempt to go around is recorded: %s (%s)', async (sign, code, request) => {
  const headers = { 'idempotency-key': randomUUID(), ...('headers' in request ? request.headers : {}) };
  const answer = await app.app.http.inject({ ...request, headers });
  expect([answer.json().code, (await events(`?sign=${sign}&q=${code}`))[0]?.count]).toEqual([code, 1]);
});

test('being asked to sign in is counted and not recorded', async () => {
  expect((await anonymous(app.app).get('/api/me')).status).toBe(401);
  expect(await events('?q=not_signed_in')).toEqual([]);
  expect([...app.app.refusals.totals()]).toContainEqual(
    expect.objectContaining({ sign: 'asked', code: 'not_signed_in' }),
  );
});

test('a flood is counted, and does not fill the table', { timeout: 60_000 }, async () => {
  const rows = async () =>
    Number((await app.app.pool.query('select count(*) from kernel.refusals')).rows[0].count);
  const refusal = {
    sign: 'rate',
    code: 'too_many_requests',
    route: 'GET /api/brand',
    callerKind: 'anonymous',
    callerId: null,
    organizationId: null,
    requestId: 'r',
  } as const;
  for (let n = 0; n < 20_000; n++)
    app.app.refusals.note({ ...refusal, address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` });
  await app.app.refusals.flush();
  expect(await rows()).toBeLessThan(5100);
  const { rows: sums } = await app.app.pool.query(
    `select sum(count)::int as times, max(count) as most from kernel.refusals where sign = 'rate'`,
  );
  expect(sums[0].times).toBe(20_000);
  expect(sums[0].most).toBeGreaterThan(14_000);
});

test('the list has pages, and is for those who keep watch', async () => {
  const first = (await watcher.get(`${at}?limit=3`)).body;
  const second = (await watcher.get(`${at}?limit=3&after=${first.next}`)).body;
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(6);
  expect((await (await buildStaff(app, 'support')).get(at)).status).toBe(404);
  expect((await ours.owner.get(at)).status).toBe(404);
});

test('what is older than 90 days goes', async () => {
  await app.clock.advance({ days: 91 });
  await app.sweep('kernel.tidy');
  const { rows } = await app.app.pool.query('select from kernel.refusals');
  expect(rows).toEqual([]);
});
