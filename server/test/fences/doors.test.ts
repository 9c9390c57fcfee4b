import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { memberRoles, staffRoles } from '../../kernel/auth/roles.ts';
import type { AnyRoute } from '../../kernel/http/route.ts';
import { createTestApp } from '../kit/app.ts';
import type { TestClient } from '../kit/client.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../kit/people.ts';

// Every route of every module, tried by everybody it is not for. Nobody has to remember to write these.

const app = await createTestApp();
const mine = await buildOrganization(app, { name: 'Mine' });
const foreign = await buildOrganization(app, { name: 'Foreign' });
const child = await buildOrganization(app, { name: 'Child', parent: mine.id });
const nobody = await buildPerson(app);
const routes = app.app.product.routes;

/** The route's address with every parameter filled: the organization as told, everything else with an id nobody has. */
function addressOf(route: AnyRoute, organization: string): string {
  return route.path
    .replace(':organization', organization)
    .replace(/:[a-z]+/gi, () => randomUUID().replace(/^(.{14})./, '$17'));
}

async function tryAs(client: TestClient, route: AnyRoute, organization: string): Promise<number> {
  const answer = await app.app.http.inject({
    method: route.method,
    url: addressOf(route, organization),
    headers: {
      ...(client.cookie ? { cookie: client.cookie } : {}),
      'idempotency-key': randomUUID(),
      'if-match': '"1"',
    },
    ...(route.method === 'GET' || route.upload ? {} : { payload: {} }),
  });
  return answer.statusCode;
}

const guarded = routes.filter(({ door }) => door.kind !== 'anyone');
const memberRoutes = routes.filter(({ door }) => door.kind === 'member');
const staffRoutes = routes.filter(({ door }) => door.kind === 'staff');

test('there is something to guard', () => {
  expect(memberRoutes.length).toBeGreaterThan(5);
  expect(staffRoutes.length).toBeGreaterThan(5);
});

test.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'a stranger is asked to sign in: %s',
  async (_name, route) => {
    expect(await tryAs(app.stranger, route, mine.id)).toBe(401);
  },
);

test.each(memberRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'another organization, its parent and its child answer as what does not exist: %s',
  async (_name, route) => {
    expect(await tryAs(nobody, route, mine.id)).toBe(404);
    expect(await tryAs(foreign.owner, route, mine.id)).toBe(404);
    expect(await tryAs(child.owner, route, mine.id)).toBe(404);
    expect(await tryAs(mine.owner, route, child.id)).toBe(404);
    expect(await tryAs(mine.owner, route, randomUUID())).toBe(404);
  },
);

test.each(memberRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'a colleague whose role lacks the permission gets nothing: %s',
  async (_name, route) => {
    if (route.door.kind !== 'member') throw new Error('unreachable');
    const { permission } = route.door;
    for (const role of memberRoles.filter((one) => !permission.members.includes(one))) {
      const colleague = await buildMember(app, mine, role);
      expect(await tryAs(colleague, route, mine.id)).toBe(404);
    }
    expect(permission.members.length, 'a portal route that no member may use').toBeGreaterThan(0);
  },
);

test.each(staffRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'the console is closed to clients and to staff without the right: %s',
  async (_name, route) => {
    if (route.door.kind !== 'staff') throw new Error('unreachable');
    const { permission } = route.door;
    expect(await tryAs(mine.owner, route, mine.id)).toBe(404);
    for (const role of staffRoles.filter((one) => !permission.staff.includes(one))) {
      expect(await tryAs(await buildStaff(app, role), route, mine.id)).toBe(404);
    }
    expect(permission.staff.length, 'a console route that no staff may use').toBeGreaterThan(0);
  },
);

test('every route about an organization is behind the door that checks membership', () => {
  for (const route of routes) {
    const inside = route.path.startsWith('/api/organizations/:organization');
    expect([route.path, inside]).toEqual([route.path, route.door.kind === 'member']);
    if (route.path.startsWith('/api/console/'))
      expect([route.path, route.door.kind]).toEqual([route.path, 'staff']);
  }
});

test('every door asks for a permission that its module declares', () => {
  const declared = new Set(app.app.product.permissions);
  for (const { door, path } of routes) {
    if ('permission' in door) expect([path, declared.has(door.permission)]).toEqual([path, true]);
  }
});
