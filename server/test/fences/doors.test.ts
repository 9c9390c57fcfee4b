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
const sibling = await buildOrganization(app, { name: 'Sibling', parent: mine.id });
const grandchild = await buildOrganization(app, { name: 'Grandchild', parent: child.id });
const closed = await buildOrganization(app, { name: 'Closed', parent: mine.id });
await closed.owner.patch(closed.at(''), 1, { closed: true });
const bookkeeper = await buildMember(app, mine, 'finance');
const chosen = await buildMember(app, mine, 'technical', { services: [randomUUID() as never] });
const past = await buildMember(app, mine, 'technical', { until: '2020-01-01' as never });
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

let tries = 0;
async function refused(client: TestClient, route: AnyRoute, organization: string): Promise<void> {
  tries++;
  expect([route.path, await tryAs(client, route, organization)]).toEqual([route.path, 404]);
}

test.each(memberRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  'what is above, beside and far away answers as what does not exist: %s',
  async (_name, route) => {
    if (route.door.kind !== 'member') throw new Error('unreachable');
    const { permission } = route.door;
    for (const client of [nobody, foreign.owner, child.owner, sibling.owner])
      await refused(client, route, mine.id);
    await refused(child.owner, route, sibling.id);
    await refused(grandchild.owner, route, child.id);
    await refused(mine.owner, route, randomUUID());
    await refused(mine.owner, route, foreign.id);
    // People of the parent who are no owners stay out of what has closed itself.
    await refused(bookkeeper, route, closed.id);
    // What comes from above is the role and no more.
    if (!permission.members.includes('finance')) await refused(bookkeeper, route, child.id);
    // Who is a member for chosen services has nothing of the whole, and reaches no further down.
    await refused(chosen, route, child.id);
    if (permission.whole || !permission.members.includes('technical')) await refused(chosen, route, mine.id);
    await refused(past, route, mine.id);
  },
);

test('many tries were made, and none came in', () => {
  console.info(
    `${tries} tries at ${memberRoutes.length} routes of organizations by parent, child, sibling and foreign people`,
  );
  expect(tries).toBeGreaterThan(memberRoutes.length * 10);
});

test('who comes from above comes in with the role', async () => {
  for (const route of memberRoutes) {
    if (route.path !== '/api/organizations/:organization' || route.method !== 'GET') continue;
    for (const id of [child.id, grandchild.id, sibling.id])
      expect(await tryAs(mine.owner, route, id)).toBe(200);
    expect(await tryAs(mine.owner, route, closed.id)).toBe(200);
    expect(await tryAs(bookkeeper, route, child.id)).toBe(200);
    expect(await tryAs(chosen, route, mine.id)).toBe(200);
  }
});

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

/** A key of `mine` (or of its owner) with these permissions, made past the bounds of what a person may choose. */
async function keyWith(names: string[], personal = false): Promise<string> {
  const name = `Key ${randomUUID()}`;
  const wanted = { name, permissions: ['services.service.read'] };
  const made = await mine.owner.post<{ token: string }>(mine.at('/keys'), wanted);
  expect(made.status).toBe(201);
  await app.app.pool.query(
    'update organizations.api_keys set permissions = $1, person_id = $2 where name = $3',
    [names, personal ? mine.owner.id : null, name],
  );
  return made.body.token;
}
const everyPermission = app.app.product.permissions.map(({ name }) => name);

test.each([
  { whose: 'the organization', personal: false, opens: ['all'] },
  { whose: 'a member', personal: true, opens: ['all', 'personal'] },
])(
  'a key of $whose opens the routes made for it with the permission, and no other route there is',
  async (of) => {
    const all = await keyWith(everyPermission, of.personal);
    const lackings = new Map<string, Promise<string>>();
    const lacking = (permission: string): Promise<string> => {
      const names = everyPermission.filter((name) => name !== permission);
      if (!lackings.has(permission)) lackings.set(permission, keyWith(names, of.personal));
      return lackings.get(permission)!;
    };
    const wrong: string[] = [];
    let open = 0;
    for (const route of guarded) {
      const { door, method, path } = route;
      const told = await answerToKey(all, route, mine.id);
      const takes =
        door.kind === 'key'
          ? !of.personal
          : door.kind === 'member' && of.opens.includes(door.keys) && !route.proof;
      // What takes a key gets past the door: to the thing that is not there, or to input that does not fit.
      if (
        takes
          ? told.code === 'not_for_keys' || told.status === 401 || told.status >= 500
          : told.code !== 'not_for_keys'
      )
        wrong.push(`${method} ${path}: ${told.status} ${told.code}`);
      if (!takes || !('permission' in door)) continue;
      open++;
      const without = await lacking(door.permission.name);
      for (const [token, organization] of [
        [without, mine.id],
        [all, foreign.id],
        [all, child.id],
        [all, randomUUID()],
      ] as const) {
        const refused = await answerToKey(token, route, organization);
        if (refused.status !== 404) wrong.push(`${method} ${path} of ${organization}: ${refused.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(open).toBeGreaterThan(15);
  },
);

async function answerToKey(token: string, route: AnyRoute, organization: string) {
  const answer = await app.app.http.inject({
    method: route.method,
    url: addressOf(route, organization),
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), 'if-match': '"1"' },
    ...(route.method === 'GET' || route.upload ? {} : { payload: {} }),
  });
  // Where another standard tells failures, only the status says which.
  if (route.speaks)
    return { status: answer.statusCode, code: answer.statusCode === 403 ? 'not_for_keys' : null };
  const problem = String(answer.headers['content-type']).includes('problem');
  return { status: answer.statusCode, code: problem ? (answer.json().code as string) : null };
}

const keyRoutes = routes.filter(({ door }) => door.kind === 'key');

test('what is for keys alone answers nobody who is signed in, whatever their role', async () => {
  expect(keyRoutes.length).toBeGreaterThan(5);
  for (const route of keyRoutes) {
    for (const client of [mine.owner, bookkeeper, foreign.owner, await buildStaff(app, 'administrator')])
      await refused(client, route, mine.id);
  }
});

test('every route about an organization is behind the door that checks membership', () => {
  for (const route of routes) {
    const inside = route.path.startsWith('/api/organizations/:organization');
    expect([route.path, inside]).toEqual([
      route.path,
      route.door.kind === 'member' || route.door.kind === 'key',
    ]);
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
