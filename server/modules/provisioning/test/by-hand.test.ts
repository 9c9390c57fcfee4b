import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { cancelService, liftSuspension, suspendService } from '../../services/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { instanceOf, setupOf, technicalStateOf } from './build.ts';

const app = await createTestApp();
const tasks = '/api/console/provisioning/tasks';
const byHand = { provisioner: 'manual', provisionerConfiguration: { plan: 'on-site' } };

test('a task is taken, done with what the client needs, and the client has it', async () => {
  const client = await buildOrganization(app, { name: 'Toko Sinar' });
  const [one, other, support] = [
    await buildStaff(app, 'operations'),
    await buildStaff(app, 'operations'),
    await buildStaff(app, 'support'),
  ];
  const service = await buildActiveService(app, client, byHand);
  await app.settle();
  expect(await setupOf(client, service)).toMatchObject({
    technicalState: 'setting_up',
    operation: { kind: 'provision', waitsFor: 'staff' },
  });

  const [task] = (await one.get(tasks)).body.items;
  expect(task).toMatchObject({
    kind: 'operation',
    what: 'provision',
    instructions: 'provisioning.manual.provision',
    plan: 'on-site',
    service: { id: service, organization: { name: 'Toko Sinar' } },
    can: { take: true, complete: true },
  });
  expect((await support.post(`${tasks}/${task.id}/take`, {})).status).toBe(404);
  expect((await client.owner.get(tasks)).status).toBe(404);
  expect((await one.post(`${tasks}/${task.id}/take`, {})).body.takenBy.id).toBe(one.id);
  expect((await other.post(`${tasks}/${task.id}/take`, {})).body.code).toBe('task_taken');
  expect((await other.get(`${tasks}?status=mine`)).body.items).toEqual([]);
  expect((await other.post(`${tasks}/${task.id}/take`, { over: true })).body.takenBy.id).toBe(other.id);
  expect((await other.post(`${tasks}/${task.id}/release`)).body.takenBy).toBeNull();

  const report = {
    shown: { host: 'rak-7' },
    credentials: { password: 'rahasia sekali' },
    note: 'Rak 7, unit 12',
  };
  const done = await one.post(`${tasks}/${task.id}/complete`, report);
  expect(done.body).toMatchObject({ state: 'done', can: { complete: { no: 'closed' } } });
  expect((await one.post(`${tasks}/${task.id}/complete`, report)).body.code).toBe('wrong_state');
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  const revealed = await client.owner.get(client.at(`/services/${service}/credentials`));
  expect(revealed.body.credentials).toEqual({ password: 'rahasia sekali' });
  expect((await client.owner.get(client.at(`/services/${service}`))).body.facts).toEqual({ host: 'rak-7' });
  expect((await one.get(`${tasks}?status=closed`)).body.items[0]).toMatchObject({
    id: task.id,
    note: 'Rak 7, unit 12',
  });

  await app.ctx.transact((tx) =>
    cancelService(tx, { organization: client.id, service, when: 'now', reason: 'unused' }),
  );
  await app.settle();
  const [removal] = (await one.get(tasks)).body.items;
  expect(removal).toMatchObject({ what: 'deprovision' });
  await one.post(`${tasks}/${removal.id}/complete`, {});
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('removed');
  expect(app.failures).toEqual([]);
});

test('what is stopped and started again before somebody came to it is said to go where it goes', async () => {
  const client = await buildOrganization(app);
  const staff = await buildStaff(app, 'operations');
  const key = { organization: client.id, service: await buildActiveService(app, client, byHand) };
  const complete = async () =>
    staff.post(`${tasks}/${(await instanceOf(staff, key.service)).task.id}/complete`, {});
  const spoken = async () => (await setupOf(client, key.service)).operation?.kind;
  const stop = () => app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'customer' }));
  const start = () => app.ctx.transact((tx) => liftSuspension(tx, { ...key, reason: 'customer' }));
  await app.settle();
  await complete();
  for (const [act, said] of [
    [stop, 'suspend'],
    [start, 'resume'],
    [stop, 'suspend'],
  ] as const) {
    await act();
    await app.settle();
    expect(await spoken()).toBe(said);
  }
  await complete();
  await app.settle();
  expect(await spoken()).toBeUndefined();
  await start();
  await app.settle();
  await stop();
  await app.settle();
  expect((await instanceOf(staff, key.service)).task).toMatchObject({ what: 'resume' });
  expect(await spoken()).toBe('suspend');
});

test('a task that cannot be done is said so once, and nothing asks for it again', async () => {
  const client = await buildOrganization(app);
  const staff = await buildStaff(app, 'operations');
  const service = await buildActiveService(app, client, byHand);
  await app.settle();
  const task = (await instanceOf(staff, service)).task;
  expect((await staff.post(`${tasks}/${task.id}/fail`, {})).status).toBe(400);
  const failed = await staff.post(`${tasks}/${task.id}/fail`, { note: 'Tidak ada ruang di rak.' });
  expect(failed.body).toMatchObject({ state: 'failed' });
  await app.settle();
  await app.clock.advance({ days: 1 });
  await app.sweep('provisioning.find-due-instances');
  expect(await instanceOf(staff, service)).toMatchObject({ attention: 'staff_gave_up', task: null });
  expect((await client.owner.get(client.at(`/services/${service}`))).body.technicalState).toBe('attention');

  await staff.post(`/api/console/services/${service}/provisioning/retry`);
  await app.settle();
  expect(await instanceOf(staff, service)).toMatchObject({
    attention: null,
    task: { kind: 'operation', what: 'provision', state: 'open' },
  });
});

test('a task that is not needed any more is dropped', async () => {
  const client = await buildOrganization(app);
  const staff = await buildStaff(app, 'operations');
  const service = await buildActiveService(app, client, {
    provisioner: 'license-key',
    provisionerConfiguration: { connection: 'missing' },
  });
  await app.settle();
  const { task } = await instanceOf(staff, service);
  expect(task).toMatchObject({ kind: 'trouble', what: 'not_connected' });
  const secret = Buffer.alloc(32, 9).toString('base64');
  await staff.post('/api/console/provisioning/connections', {
    code: 'missing',
    name: 'Kunci',
    provisioner: 'license-key',
    configuration: { secret },
  });
  await app.ctx.transact((tx) =>
    cancelService(tx, { organization: client.id, service, when: 'now', reason: 'unused' }),
  );
  await app.settle();
  expect((await staff.get(`${tasks}/${task.id}`)).body).toMatchObject({ state: 'dropped' });
});
