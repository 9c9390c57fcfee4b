import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { cancelService, liftSuspension, suspendService } from '../../services/index.ts';
import { buildActiveService, buildService } from '../../services/test/build.ts';
import { countedSandbox, factsOf, instanceOf, setupOf, technicalStateOf } from './build.ts';

const app = await createTestApp();
const counted = countedSandbox(app);
const sandboxed = { provisioner: 'counted', provisionerConfiguration: { plan: 'small' } };

test('activated, it runs; held, it is held; let go, it runs; canceled, it is gone', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client, sandboxed);
  const key = { organization: client.id, service };
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  expect(await setupOf(client, service)).toMatchObject({ operation: null, hasCredentials: true });
  const detail = await client.owner.get(client.at(`/services/${service}`));
  expect(detail.body).toMatchObject({
    facts: { host: `srv-${service.slice(-8)}.sandbox.invalid`, plan: 'small' },
    dashboardUrl: `https://srv-${service.slice(-8)}.sandbox.invalid/`,
  });

  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('suspended');
  await app.ctx.transact((tx) => liftSuspension(tx, { ...key, reason: 'non_payment' }));
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  await app.ctx.transact((tx) => cancelService(tx, { ...key, when: 'now', reason: 'unused' }));
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('removed');
  expect(await setupOf(client, service)).toMatchObject({ hasCredentials: false });
  expect(await factsOf(app, service)).toEqual([
    'operation-started',
    'service-provisioned',
    'operation-started',
    'service-suspended',
    'operation-started',
    'service-resumed',
    'operation-started',
    'service-deprovisioned',
  ]);
  expect(counted.instances.has(service)).toBe(false);
  expect(app.failures).toEqual([]);
});

test('what is only ordered is not set up, and what is canceled before it is set up never is', async () => {
  const client = await buildOrganization(app);
  const waiting = await buildService(app, client, sandboxed);
  const left = await buildActiveService(app, client, sandboxed);
  await app.ctx.transact((tx) =>
    cancelService(tx, { organization: client.id, service: left, when: 'now', reason: 'other' }),
  );
  await app.settle();
  expect(counted.calls(waiting).concat(counted.calls(left))).toEqual([]);
  expect(await technicalStateOf(client, waiting)).toBe('none');
});

test('nothing to set up: it runs as soon as it is paid', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client, { provisioner: 'none' });
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('running');
  expect(await factsOf(app, service)).toEqual(['service-provisioned']);
});

test('options the client chose are parameters, over those of the product', async () => {
  const client = await buildOrganization(app);
  const operations = await buildStaff(app, 'operations');
  const service = await buildActiveService(app, client, {
    ...sandboxed,
    provisionerConfiguration: { plan: 'small', parameters: { region: 'jkt', disk: 10 } },
    choices: { options: [{ code: 'disk', value: 40 }], addons: [] },
  });
  await app.settle();
  const instance = await instanceOf(operations, service);
  expect(instance).toMatchObject({ plan: 'small', parameters: { region: 'jkt', disk: 40 } });
  expect(instance.operations).toMatchObject([{ kind: 'provision', attempt: 1, outcome: 'done' }]);
});

test('credentials are for owners and technical managers, and every look is recorded', async () => {
  const client = await buildOrganization(app);
  const stranger = await buildOrganization(app);
  const service = await buildActiveService(app, client, sandboxed);
  await app.settle();
  const [technical, colleague, finance] = await Promise.all(
    (['technical', 'member', 'finance'] as const).map((role) => buildMember(app, client, role)),
  );
  const at = client.at(`/services/${service}/credentials`);
  const revealed = await technical!.get(at);
  expect(revealed.body.credentials).toMatchObject({ username: 'admin' });
  const { password } = revealed.body.credentials;
  expect((await colleague!.get(at)).status).toBe(404);
  const seen = await colleague!.get(client.at(`/services/${service}/setup`));
  expect(seen.body.can.revealCredentials).toEqual({ no: 'your_role' });
  expect((await finance!.get(client.at(`/services/${service}/setup`))).status).toBe(404);
  expect((await stranger.owner.get(at)).status).toBe(404);
  expect((await stranger.owner.get(stranger.at(`/services/${service}/credentials`))).status).toBe(404);
  expect((await app.stranger.get(at)).status).toBe(401);

  const { timeline } = (await client.owner.get(client.at(`/services/${service}`))).body;
  expect(timeline[0]).toMatchObject({
    name: 'provisioning.secrets-revealed',
    by: expect.stringMatching(/^Person/),
  });
  const { rows } = await app.app.pool.query(
    `select (select count(*)::int from provisioning.instances i where i::text like $1)
       + (select count(*)::int from provisioning.operations o where o::text like $1)
       + (select count(*)::int from services.services s where s::text like $1)
       + (select count(*)::int from kernel.events e where e::text like $1)
       + (select count(*)::int from kernel.idempotency k where k::text like $1) as found`,
    [`%${password}%`],
  );
  expect(rows[0].found).toBe(0);
});

test('those who look after a service are told once that it is ready', async () => {
  const client = await buildOrganization(app);
  const technical = await buildMember(app, client, 'technical');
  await buildActiveService(app, client, sandboxed);
  await app.settle();
  expect((await technical.get('/api/me/notices')).body.items).toMatchObject([
    { subject: 'VPS · Small is ready' },
  ]);
});
