import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { buildActiveService } from './build.ts';

const app = await createTestApp();
const ours = await buildOrganization(app);

async function make(name: string): Promise<{ authorization: string }> {
  const made = await ours.owner.post<{ token: string }>(ours.at('/keys'), {
    name,
    permissions: ['services.service.change'],
  });
  return { authorization: `Bearer ${made.body.token}` };
}

test('what an API key does to a service is done once and named as its own', async () => {
  const service = await buildActiveService(app, ours);
  const url = ours.at(`/services/${service}/suspend`);
  const client = anonymous(app.app);
  const headers = await make('Night shift');
  const key = randomUUID();
  expect(await client.post(url, undefined, { headers, key })).toMatchObject({
    status: 200,
    body: { suspendedFor: ['customer'] },
  });
  expect(await client.post(url, undefined, { headers, key })).toMatchObject({
    status: 200,
    headers: { 'idempotent-replayed': 'true' },
  });
  // What was answered to one caller is not told to another.
  expect(await client.post(url, undefined, { headers: await make('Another'), key })).toMatchObject({
    status: 409,
    body: { facts: { reason: 'already_suspended' } },
  });
  await app.settle();
  const { body } = await ours.owner.get(ours.at('/activity?name=services.service-suspended'));
  expect(body.items[0].actor).toMatchObject({ kind: 'key', name: 'Night shift' });
  expect(app.failures).toEqual([]);
});
