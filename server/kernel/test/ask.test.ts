import { afterAll, expect, test } from 'vitest';
import { compose } from '../../app/compose.ts';
import { createTestApp } from '../../test/kit/app.ts';
import { anonymous } from '../../test/kit/client.ts';
import { buildMember, buildOrganization, buildStaff } from '../../test/kit/people.ts';

const world = await createTestApp();

/** Another node on the same data, with a route that passes on what the product tells itself. */
async function nodeThatAsks(requestsPerMinute: number) {
  const app = await compose({ ...world.made, requestsPerMinute });
  app.http.get<{ Querystring: { url: string } }>('/told', (request) =>
    app.http.ask(request, request.query.url),
  );
  await app.http.ready();
  afterAll(() => app.close());
  return {
    told: async (url: string, cookie: string | null) => {
      const { body } = await anonymous(app, cookie).get(`/told?url=${encodeURIComponent(url)}`);
      return body as { status: number; text: string };
    },
  };
}

const node = await nodeThatAsks(0);
const mine = await buildOrganization(world);
const other = await buildOrganization(world);
const colleague = await buildMember(world, mine, 'technical');
const staff = await buildStaff(world, 'support');

test.each([
  ['/api/brand', null],
  ['/api/catalog', null],
  ['/api/me', null],
  ['/api/me', mine.owner.cookie],
  [mine.at(''), mine.owner.cookie],
  [mine.at('/members'), mine.owner.cookie],
  [mine.at('/dashboard'), mine.owner.cookie],
  [mine.at('/invoices?status=open'), mine.owner.cookie],
  [mine.at('/invoices?status=nonsense'), mine.owner.cookie],
  [mine.at('/invoices'), colleague.cookie],
  [other.at('/members'), mine.owner.cookie],
  [mine.at('/invoices/not-an-id'), mine.owner.cookie],
  [mine.at('/tickets/form'), mine.owner.cookie],
  ['/api/console/today', staff.cookie],
  ['/api/console/today', mine.owner.cookie],
  ['/api/nothing', mine.owner.cookie],
  ['/api/knowledge/articles/none?locale=en', null],
])('it is told of %s what a request is answered (%#)', async (url, cookie) => {
  const answered = await anonymous(world.app, cookie).get(url);
  const told = await node.told(url, cookie);
  expect(told.status).toBe(answered.status);
  if (told.status === 200) expect(JSON.parse(told.text)).toEqual(answered.body);
  else expect(told.text).toBe('');
});

test('asking counts as a request does', async () => {
  const strict = await nodeThatAsks(2);
  const statuses = [];
  for (let turn = 0; turn < 3; turn++) statuses.push((await strict.told('/api/brand', null)).status);
  expect(statuses).toEqual([200, 200, 429]);
});
