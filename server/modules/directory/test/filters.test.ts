import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { parseFilter } from '../domain/filter.ts';
import { matches } from '../domain/matches.ts';
import { buildConnected } from './connected.ts';

const app = await createTestApp();
const here = await buildConnected(app);
const { directory, domain } = here;

const texts = ['Ani', 'ani', 'a', 'Budi', 'budi s', 'Wijaya', '%', '_', '\\', 'é'];
const users = [
  { displayName: 'Ani', name: { givenName: 'Ani', familyName: 'Wijaya' }, externalId: 'a', locale: 'id' },
  { displayName: 'BUDI S', name: { givenName: 'Budi' }, externalId: 'A', timezone: 'Asia/Jakarta' },
  { name: { familyName: 'a_b%c\\' }, active: false, emails: [{ value: `c@${domain}`, type: 'home' }] },
  {
    displayName: 'É',
    emails: [
      { value: `d@${domain}`, primary: true, type: 'work' },
      { value: `a@${domain}`, type: 'other' },
    ],
  },
];
for (const [n, user] of users.entries())
  expect((await directory.post('/Users', { userName: `u${n}@${domain}`, ...user })).status).toBe(201);
const everybody = (await directory.get('/Users')).body.Resources as Record<string, unknown>[];

const attribute = fc.constantFrom(
  'userName',
  'displayName',
  'name.givenName',
  'NAME.FAMILYNAME',
  'externalId',
  'locale',
  'timezone',
  'preferredLanguage',
  'active',
  'emails',
  'emails.value',
  'emails.type',
  'emails.primary',
  'title',
  'id',
);
const operator = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');
const value = fc.oneof(
  fc.constantFrom(...texts, `u1@${domain}`, `d@${domain}`, 'work', 'Home', '', everybody[0]!.id as string),
  fc.constantFrom(true, false, null, 1),
);
const isTruth = (text: string) => /^(?:active|emails\.primary)$/i.test(text);
const comparison = fc
  .tuple(attribute, operator, value)
  // What is true or false is only compared with eq and ne.
  .map(([name, op, one]) => `${name} ${isTruth(name) && op !== 'ne' ? 'eq' : op} ${JSON.stringify(one)}`);
const element = fc
  .tuple(fc.constantFrom('type', 'value'), operator, value)
  .map(([name, op, one]) => `emails[${name} ${op} ${JSON.stringify(one)}]`);
const filter = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    comparison,
    element,
    attribute.map((name) => `${name} pr`),
    fc
      .tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('filter').map((inner) => `not (${inner})`),
  ),
})).filter;

test('PostgreSQL finds exactly those that the filter means', { timeout: 120_000 }, async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(filter, async (text) => {
      const answer = await directory.get(`/Users?filter=${encodeURIComponent(text)}`);
      expect([text, answer.status]).toEqual([text, 200]);
      const expected = everybody.filter((one) => matches(parseFilter(text), one)).map(({ id }) => id);
      expect([text, answer.body.Resources.map((one: { id: string }) => one.id)]).toEqual([text, expected]);
      expect(answer.body.totalResults).toBe(expected.length);
      found += expected.length;
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(200);
});

test('times and groups', async () => {
  const count = async (text: string) =>
    (await directory.get(`/Users?filter=${encodeURIComponent(text)}`)).body.totalResults;
  const now = app.clock.now().toISOString();
  expect(await count(`meta.lastModified ge "${now}"`)).toBe(4);
  expect(await count(`meta.created gt "${now}"`)).toBe(0);
  expect(await count('meta.created lt "2999-01-01T00:00:00+07:00" and meta.resourceType eq "User"')).toBe(4);
  const id = everybody[0]!.id as string;
  const group = await directory.post('/Groups', { displayName: 'One', members: [{ value: id }] });
  expect(await count(`groups eq "${group.body.id}"`)).toBe(1);
  expect(await count(`groups.value ne "${group.body.id}"`)).toBe(3);
});

test.each([
  'userName',
  'shoeSize eq 41',
  'userName[type eq "x"]',
  'active gt true',
  'meta.created gt "yesterday"',
  'meta.created co "2026"',
  'emails[shoeSize pr]',
])('refused as a filter: %s', async (text) => {
  expect(await directory.get(`/Users?filter=${encodeURIComponent(text)}`)).toMatchObject({
    status: 400,
    body: { scimType: 'invalidFilter', schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] },
  });
});

test('pages by startIndex and count; what lies outside is taken for the nearest', async () => {
  const page = async (query: string) => {
    const { body } = await directory.get(`/Users?${query}`);
    return [body.startIndex, body.itemsPerPage, body.totalResults, body.Resources[0]?.userName];
  };
  expect(await page('startIndex=2&count=2')).toEqual([2, 2, 4, `u1@${domain}`]);
  expect(await page('startIndex=-3&count=1')).toEqual([1, 1, 4, `u0@${domain}`]);
  expect(await page('startIndex=9')).toEqual([9, 0, 4, undefined]);
  expect(await page('count=0')).toEqual([1, 0, 4, undefined]);
  expect(await page('count=-1')).toEqual([1, 0, 4, undefined]);
  expect((await directory.get('/Users?count=many')).status).toBe(400);
});
