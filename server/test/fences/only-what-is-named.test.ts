import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { bodyOf, exampleOf } from '../kit/examples.ts';
import type { Described } from '../kit/examples.ts';
import { buildOrganization, buildStaff } from '../kit/people.ts';

const app = await createTestApp();
const staff = await buildStaff(app, 'administrator');
const acme = await buildOrganization(app);
const described = app.app.http.swagger() as unknown as Described;
const writing = app.app.product.routes.filter((route) => route.body && bodyOf(described, route));
const smuggled = { admin: true, organization_id: acme.id, staffRoles: ['administrator'], is_owner: true };

/** What a vendor's own schema reads, attributes of directories, of which the standard wants unknown ones passed over, and what a browser says of extensions of its passkeys, which nobody looks at. */
const openOnPurpose = [
  'PATCH /api/console/catalog/products/:product',
  'PATCH /api/console/provisioning/connections/:connection',
  'PATCH /api/organizations/:organization/scim/v2/Groups/:scimGroup',
  'PATCH /api/organizations/:organization/scim/v2/Users/:scimUser',
  'POST /api/console/catalog/products',
  'POST /api/console/provisioning/connections',
  'POST /api/me/passkeys',
  'POST /api/organizations/:organization/scim/v2/Groups',
  'POST /api/organizations/:organization/scim/v2/Users',
  'POST /api/session/passkey',
  'POST /api/session/second-step',
  'PUT /api/organizations/:organization/scim/v2/Groups/:scimGroup',
  'PUT /api/organizations/:organization/scim/v2/Users/:scimUser',
];

test('no route takes a field that its contract does not name, wherever it stands', () => {
  let looked = 0;
  const open = new Set<string>();
  for (const route of writing) {
    const example = exampleOf(described, bodyOf(described, route));
    for (const body of everywhere(example)) {
      const parsed = route.body!.safeParse(body);
      looked++;
      if (!parsed.success) continue;
      const held = Object.keys(smuggled).filter((name) => JSON.stringify(parsed.data).includes(`"${name}"`));
      if (held.length > 0) open.add(`${route.method} ${route.path}`);
    }
  }
  expect([...open].toSorted()).toEqual(openOnPurpose);
  expect(looked).toBeGreaterThan(writing.length);
  expect(writing.length).toBeGreaterThan(80);
});

test('what a person says of themselves and of a ticket changes only what they may say', async () => {
  const before = (await acme.owner.get('/api/me')).body;
  await acme.owner.patch('/api/me', 1, { name: 'Baru', email: 'x@example.com', ...smuggled });
  const after = (await acme.owner.get('/api/me')).body;
  expect([after.email, after.id]).toEqual([before.email, before.id]);
  expect((await acme.owner.get('/api/console/clients')).status).toBe(404);
});

test('no body reaches what all objects have in common', { timeout: 120_000 }, async () => {
  for (const { method, path } of writing.filter((route) => route.method !== 'DELETE'))
    for (const payload of ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}'])
      await app.app.http.inject({
        method,
        url: path.replace(/:[a-z]+/gi, acme.id),
        headers: { 'content-type': 'application/json', cookie: staff.cookie!, 'if-match': '"1"' },
        payload,
      });
  expect([Object.keys(Object.prototype), ({} as Record<string, unknown>).admin]).toEqual([[], undefined]);
});

/** The value once for each object within, with what nobody asked for put into it. */
function everywhere(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => everywhere(one).map((inner) => [inner]));
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.entries(value).flatMap(([key, inner]) =>
    everywhere(inner).map((changed) => ({ ...value, [key]: changed })),
  );
  return [{ ...value, ...smuggled }, ...within];
}
