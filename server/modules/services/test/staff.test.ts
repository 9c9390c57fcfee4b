import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { suspendService } from '../index.ts';
import { invariants } from '../invariants.ts';
import { buildActiveService, buildService } from './build.ts';

const app = await createTestApp();

test('operations find any service and hold, lift, begin and cancel it; other staff only look', async () => {
  const client = await buildOrganization(app, { name: 'Toko Sinar' });
  const service = await buildService(app, client);
  const operations = await buildStaff(app, 'operations');
  const support = await buildStaff(app, 'support');
  const at = (path = '') => `/api/console/services/${service}${path}`;

  const listed = await support.get(`/api/console/services?organization=${client.id}`);
  expect(listed.body.items).toMatchObject([{ id: service, organization: { name: 'Toko Sinar' } }]);
  expect((await support.get(at())).body.can.activate).toEqual({ no: 'your_role' });
  expect((await support.post(at('/activate'))).status).toBe(404);
  expect((await client.owner.get(at())).status).toBe(404);

  const active = await operations.post(at('/activate'));
  expect(active.body).toMatchObject({ state: 'active', period: { from: '2026-03-02', to: '2026-04-02' } });
  const held = await operations.post(at('/suspend'), { reason: 'abuse', note: 'Spam terkirim' });
  expect(held.body).toMatchObject({
    suspendedFor: ['abuse'],
    suspensions: [{ reason: 'abuse', note: 'Spam terkirim' }],
  });
  const more = await operations.post(at('/suspend'), { reason: 'manual' });
  expect(more.body.suspendedFor).toEqual(['abuse', 'manual']);
  expect((await operations.post(at('/lift'), { reason: 'abuse' })).body.suspendedFor).toEqual(['manual']);
  expect((await operations.post(at('/lift'), { reason: 'manual' })).body.suspendedFor).toEqual([]);
  const names = (await client.owner.get(client.at(`/services/${service}`))).body.timeline.map(
    (item: { name: string }) => item.name.replace('services.service-', ''),
  );
  expect(names).toEqual(['resumed', 'suspension-lifted', 'suspended', 'suspended', 'activated', 'ordered']);

  const canceled = await operations.post(at('/cancel'), { when: 'now', reason: 'staff' });
  expect(canceled.body).toMatchObject({ state: 'ended', can: { suspend: { no: 'ended' } } });
  expect((await operations.get('/api/console/services/0196f000-0000-7000-8000-000000000000')).status).toBe(
    404,
  );
});

test('two who lift at once lift it once', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const operations = await buildStaff(app, 'operations');
  const at = (path: string) => `/api/console/services/${service}${path}`;
  await operations.post(at('/suspend'), { reason: 'manual' });
  await Promise.all([1, 2, 3].map(() => operations.post(at('/lift'), { reason: 'manual' })));
  const { rowCount } = await app.app.pool.query(
    `select from kernel.events where name = 'services.service-resumed' and subject_id = $1`,
    [service],
  );
  expect(rowCount).toBe(1);
});

test('a hold that no suspension explains is found', async () => {
  const client = await buildOrganization(app);
  const service = await buildActiveService(app, client);
  const broken = () => app.ctx.read((db) => invariants[0]!.violations(db, 10));
  await app.ctx.transact((tx) => suspendService(tx, { organization: client.id, service, reason: 'manual' }));
  expect(await broken()).toEqual([]);
  await app.app.pool.query(`update services.services set suspended_for = '{abuse}' where id = $1`, [service]);
  expect(await broken()).toEqual([expect.stringContaining(service)]);
});
