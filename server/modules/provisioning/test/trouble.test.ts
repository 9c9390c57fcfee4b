import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { cancelService } from '../../services/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { countedSandbox, factsOf, instanceOf, passTime, setupOf, technicalStateOf } from './build.ts';

const app = await createTestApp();
const counted = countedSandbox(app);
const troubled = (parameters: object) => ({
  provisioner: 'counted',
  provisionerConfiguration: { plan: 'small', parameters: { on: ['provision'], ...parameters } },
});

test('a worker killed between the call and its record provisions nothing twice', async () => {
  const client = await buildOrganization(app);
  counted.after = (call) => {
    if (call === 'provision 1') throw new Error('killed');
  };
  const service = await buildActiveService(app, client, troubled({}));
  await app.settle();
  expect(app.failures.splice(0)).toMatchObject([
    { job: 'provisioning.reconcile', error: { message: 'killed' } },
  ]);
  counted.after = () => {};
  expect(await technicalStateOf(client, service)).toBe('setting_up');

  await passTime(app, 1, async () => (await technicalStateOf(client, service)) === 'running');
  expect([...counted.instances].filter((id) => id === service)).toHaveLength(1);
  // An answer that never came may mean an instance: it is removed before another is asked for.
  expect(counted.calls(service)).toEqual(['provision 1', 'deprovision 1', 'provision 2']);
});

test('two workers on one instance ask once', async () => {
  const client = await buildOrganization(app);
  const reconcile = app.app.product.jobs.get('provisioning.reconcile')!;
  let inside = 0;
  let most = 0;
  counted.after = async () => {
    most = Math.max(most, ++inside);
    await Promise.all([1, 2, 3].map(() => reconcile.run(app.ctx, key)));
    inside--;
  };
  const service = await buildActiveService(app, client, troubled({}));
  const key = { organization: client.id, service };
  await app.settle();
  counted.after = () => {};
  expect(counted.calls(service)).toEqual(['provision 1']);
  expect(most).toBe(1);
  await Promise.all([1, 2, 3].map(() => reconcile.run(app.ctx, key)));
  expect(counted.calls(service)).toEqual(['provision 1']);
});

test('an answer that comes after another look is dropped', async () => {
  const client = await buildOrganization(app);
  counted.after = async (call) => {
    if (call === 'provision 1') await app.clock.advance({ minutes: 6 });
    if (call === 'provision 1') await app.app.product.jobs.get('provisioning.reconcile')!.run(app.ctx, key);
  };
  const service = await buildActiveService(app, client, troubled({}));
  const key = { organization: client.id, service };
  await app.settle();
  counted.after = () => {};
  await passTime(app, 1, async () => (await technicalStateOf(client, service)) === 'running');
  expect(counted.calls(service)).toEqual(['provision 1', 'deprovision 1', 'provision 2']);
  expect(counted.instances.has(service)).toBe(true);
});

test('a vendor that is busy is asked again, and the client sees so', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client, troubled({ outcome: 'retry', failTimes: 3 }));
  await app.settle();
  expect(await setupOf(client, service)).toMatchObject({
    technicalState: 'setting_up',
    operation: { kind: 'provision', waitsFor: 'retry', nextAt: expect.any(String) },
  });
  await passTime(app, 2, async () => (await technicalStateOf(client, service)) === 'running');
  expect(await factsOf(app, service)).toEqual([
    'operation-started',
    'operation-failed',
    'service-provisioned',
  ]);
});

test('what takes long is polled, with the words of the vendor', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client, troubled({ delaySeconds: 600 }));
  await app.settle();
  expect(await setupOf(client, service)).toMatchObject({
    operation: { kind: 'provision', waitsFor: 'vendor' },
  });
  await app.clock.advance({ minutes: 2 });
  await app.settle();
  expect((await setupOf(client, service)).operation.progress).toBe('Busy for 120 s');
  await passTime(app, 1, async () => (await technicalStateOf(client, service)) === 'running');
});

test('a delayed look keeps no urgent one waiting', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client, troubled({ outcome: 'retry', failTimes: 9 }));
  await app.settle();
  await app.ctx.transact((tx) =>
    cancelService(tx, { organization: client.id, service, when: 'now', reason: 'other' }),
  );
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('removed');
});

test('a permanent failure opens a task; mended and retried, it ends well', async () => {
  const client = await buildOrganization(app);
  const operations = await buildStaff(app, 'operations');
  const support = await buildStaff(app, 'support');
  const service = await buildActiveService(app, client, troubled({ outcome: 'permanent', failTimes: 1 }));
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('attention');
  expect(await setupOf(client, service)).toMatchObject({ operation: { waitsFor: 'staff' } });
  expect((await client.owner.get('/api/me/notices')).body.items).toMatchObject([
    { subject: 'Setting up VPS · Small takes longer' },
  ]);
  const instance = await instanceOf(support, service);
  expect(instance).toMatchObject({
    attention: 'sandbox_permanent',
    lastError: { code: 'sandbox_permanent' },
    task: { kind: 'trouble', what: 'sandbox_permanent', state: 'open', can: { take: { no: 'your_role' } } },
    can: { retry: { no: 'your_role' } },
  });
  const at = `/api/console/services/${service}/provisioning`;
  expect((await support.post(`${at}/retry`)).status).toBe(404);

  // The sandbox fails the first sending; staff mend the cause, here by letting it count on.
  await app.app.pool.query(
    `update provisioning.instances set wanted = jsonb_set(wanted, '{parameters,outcome}', '"ok"') where service_id = $1`,
    [service],
  );
  expect((await operations.post(`${at}/retry`)).status).toBe(204);
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  expect((await instanceOf(operations, service)).task).toBeNull();
});

test('a provisioner that is not connected waits for the staff', async () => {
  const client = await buildOrganization(app);
  const operations = await buildStaff(app, 'operations');
  const service = await buildActiveService(app, client, {
    provisioner: 'license-key',
    provisionerConfiguration: { connection: 'keys' },
  });
  await app.settle();
  expect(await instanceOf(operations, service)).toMatchObject({ attention: 'not_connected' });
  const secret = Buffer.alloc(32, 7).toString('base64');
  const added = await operations.post('/api/console/provisioning/connections', {
    code: 'keys',
    name: 'Kunci',
    provisioner: 'license-key',
    configuration: { secret },
  });
  expect(added).toMatchObject({ status: 201, body: { configuration: {}, services: 1 } });
  expect((await operations.post(`/api/console/services/${service}/provisioning/retry`)).status).toBe(204);
  await app.settle();
  const { credentials } = (await client.owner.get(client.at(`/services/${service}/credentials`))).body;
  expect(credentials.licenseKey).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
});

test('it gives up after many tries, and staff may say that it is done', async () => {
  const client = await buildOrganization(app);
  const operations = await buildStaff(app, 'operations');
  const service = await buildActiveService(app, client, troubled({ outcome: 'retry' }));
  await passTime(app, 24, async () => (await instanceOf(operations, service))?.attention === 'gave_up');
  expect((await instanceOf(operations, service)).operations).toHaveLength(12);
  const at = `/api/console/services/${service}/provisioning`;
  expect((await operations.post(`${at}/mark-as-done`)).status).toBe(204);
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  const instance = await instanceOf(operations, service);
  expect(instance).toMatchObject({ attention: null, task: null, can: { retry: { no: 'as_wanted' } } });
});
