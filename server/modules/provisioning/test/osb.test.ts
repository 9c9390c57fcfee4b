import { afterAll, beforeEach, expect, test } from 'vitest';
import { Broker, login } from '../../../adapters/provisioners/osb/test/broker.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { cancelService, liftSuspension, suspendService } from '../../services/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { instanceOf, passTime, technicalStateOf } from './build.ts';

const app = await createTestApp();
const broker = new Broker();
const url = await broker.listen();
afterAll(() => broker.close());

const staff = await buildStaff(app, 'operations');
const suspension = { parameter: 'suspended', suspended: true, running: false };
const connection = await staff.post('/api/console/provisioning/connections', {
  code: 'databases',
  name: 'Basis data',
  provisioner: 'osb',
  configuration: { url, ...login, timeoutSeconds: 1, suspension },
});
const plan = 'mysql%26co/small%2F1';
const brokered = { provisioner: 'osb', provisionerConfiguration: { connection: 'databases', plan } };

beforeEach(() => {
  broker.instances.clear();
  broker.mode = 'sync';
  return () => expect(broker.violations).toEqual([]);
});

test('staff see the plans of the broker', async () => {
  const plans = await staff.get(`/api/console/provisioning/connections/${connection.body.id}/plans`);
  expect(plans.body.items.map((offered: { id: string }) => offered.id)).toContain(plan);
});

test.each(['sync', 'async'] as const)(
  'a database lives its life at a broker that answers %s',
  async (mode) => {
    broker.mode = mode;
    const client = await buildOrganization(app);
    const service = await buildActiveService(app, client, brokered);
    const key = { organization: client.id, service };
    const becomes = (state: string) =>
      passTime(app, 3, async () => (await technicalStateOf(client, service)) === state);
    await becomes('running');
    expect(broker.instances.size).toBe(1);
    const revealed = await client.owner.get(client.at(`/services/${service}/credentials`));
    expect(Object.keys(revealed.body.credentials).length).toBeGreaterThan(0);

    await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
    await becomes('suspended');
    await app.ctx.transact((tx) => liftSuspension(tx, { ...key, reason: 'non_payment' }));
    await becomes('running');
    await app.ctx.transact((tx) => cancelService(tx, { ...key, when: 'now', reason: 'unused' }));
    await becomes('removed');
    expect(broker.instances.size).toBe(0);
    expect(app.failures).toEqual([]);
  },
);

test.each([
  ['a timeout after the work was done', { on: 'PUT instance', with: 'timeout', happens: true } as const],
  ['an asynchronous failure', { on: 'PUT instance', with: 'failasync' } as const],
  ['work that never ends', { on: 'PUT instance', with: 'neverfinish' } as const],
])('%s is cleaned up, and ends in one instance', async (_, fault) => {
  broker.faults.push(fault);
  const client = await buildOrganization(app);
  const from = broker.calls.length;
  const service = await buildActiveService(app, client, brokered);
  await passTime(app, 5, async () => (await technicalStateOf(client, service)) === 'running');
  expect([...broker.instances.keys()]).toEqual([service]);
  const changes = broker.calls.slice(from).filter(({ name }) => !name.startsWith('GET'));
  expect(changes.map(({ name }) => name)).toEqual([
    'PUT instance',
    'DELETE binding',
    'DELETE instance',
    'PUT instance',
    'PUT binding',
  ]);
  const { operations } = await instanceOf(staff, service);
  expect(operations.map((one: { kind: string; cleanUp: boolean }) => [one.kind, one.cleanUp])).toEqual([
    ['provision', false],
    ['deprovision', true],
    ['provision', false],
  ]);
});
