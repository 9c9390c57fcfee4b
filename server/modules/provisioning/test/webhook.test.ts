import { afterAll, expect, test } from 'vitest';
import { Receiver } from '../../../adapters/provisioners/webhook/test/receiver.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { cancelService } from '../../services/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { passTime, setupOf, technicalStateOf } from './build.ts';

const app = await createTestApp();
const secret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
const receiver = new Receiver(secret, app.clock.now());
const url = await receiver.listen();
afterAll(() => {
  receiver.close();
  expect(receiver.violations).toEqual([]);
});

test('a system of our own takes signed calls, says how far it is, and is told of the end', async () => {
  const staff = await buildStaff(app, 'operations');
  await staff.post('/api/console/provisioning/connections', {
    code: 'panel',
    name: 'Panel',
    provisioner: 'webhook',
    configuration: { url, secret },
  });
  const client = await buildOrganization(app);
  receiver.polls = 2;
  const service = await buildActiveService(app, client, {
    provisioner: 'webhook',
    provisionerConfiguration: { connection: 'panel', plan: 'small' },
  });
  await app.settle();
  expect(await setupOf(client, service)).toMatchObject({ operation: { waitsFor: 'vendor' } });
  await passTime(app, 1, async () => (await technicalStateOf(client, service)) === 'running');
  expect(receiver.instances.size).toBe(1);
  const detail = await client.owner.get(client.at(`/services/${service}`));
  expect(detail.body).toMatchObject({
    facts: { host: 'h1.example' },
    dashboardUrl: 'https://panel.example/',
  });

  receiver.polls = 0;
  await app.ctx.transact((tx) =>
    cancelService(tx, { organization: client.id, service, when: 'now', reason: 'unused' }),
  );
  await app.settle();
  expect(await technicalStateOf(client, service)).toBe('removed');
  expect(receiver.instances.size).toBe(0);
});
