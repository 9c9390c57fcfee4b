import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';

const app = await createTestApp();
const at = '/api/console/provisioning/connections';
const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const hook = {
  code: 'panel',
  name: 'Panel',
  provisioner: 'webhook',
  configuration: { url: 'https://panel.example/provision', secret, without: ['update'] },
};

test('a connection is added, read without its secrets, changed and archived', async () => {
  const staff = await buildStaff(app, 'administrator');
  const finance = await buildStaff(app, 'finance');
  const client = await buildOrganization(app);
  for (const somebody of [finance, client.owner]) {
    expect((await somebody.get(at)).status).toBe(404);
    expect((await somebody.post(at, hook)).status).toBe(404);
  }
  const added = await staff.post(at, hook);
  expect(added.status).toBe(201);
  expect(added.body.configuration).toEqual({ url: 'https://panel.example/provision', without: ['update'] });
  expect((await staff.post(at, hook)).body.code).toBe('code_taken');
  expect((await staff.get(at)).text).not.toContain(secret);

  const one = `${at}/${added.body.id}`;
  const renamed = await staff.patch(one, 1, { name: 'Panel lama' });
  expect(renamed.body).toMatchObject({ name: 'Panel lama', version: 2 });
  expect((await staff.patch(one, 1, { name: 'x' })).status).toBe(412);
  const kept = await staff.patch(one, 2, {
    configuration: { url: hook.configuration.url, timeoutSeconds: 5 },
  });
  expect(kept.body.configuration).toEqual({ url: hook.configuration.url, timeoutSeconds: 5 });
  const moved = await staff.patch(one, 3, { configuration: { url: 'https://elsewhere.example/' } });
  expect(moved).toMatchObject({ status: 400, body: { fields: [{ path: 'secret' }] } });
  expect((await staff.patch(one, 3, { archived: true })).body.archived).toBe(true);
  expect((await staff.get(`${one}/plans`)).body.code).toBe('vendor_unavailable');
});

test('garbage is refused by the names of its fields', async () => {
  const staff = await buildStaff(app, 'operations');
  const bad = await staff.post(at, {
    ...hook,
    code: 'bad',
    configuration: { url: 'ftp://x', secret: 'short', more: 1 },
  });
  expect(bad.status).toBe(400);
  expect(bad.body.fields.map((field: { path: string }) => field.path).sort()).toEqual([
    'more',
    'secret',
    'url',
  ]);
  const unknown = await staff.post(at, { ...hook, code: 'unknown', provisioner: 'nothing' });
  expect(unknown.body.code).toBe('unknown_provisioner');
});

test('every kind of connection says what it wants to know', async () => {
  const staff = await buildStaff(app, 'operations');
  const { items } = (await staff.get('/api/console/provisioning/drivers')).body;
  const osb = items.find((driver: { name: string }) => driver.name === 'osb');
  expect(osb).toMatchObject({ configurable: true, secretFields: ['password'] });
  expect(Object.keys(osb.schema.properties)).toContain('url');
  expect(items.find((driver: { name: string }) => driver.name === 'sandbox').configurable).toBe(false);
});
