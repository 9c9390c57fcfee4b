import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { memberRoles, staffRoles } from '../../kernel/auth/roles.ts';
import type { MemberRole } from '../../kernel/auth/roles.ts';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { AnyRoute } from '../../kernel/http/route.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { newId } from '../../kernel/values/ids.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { issue } from '../../modules/billing/test/world.ts';
import { createTestApp } from '../kit/app.ts';
import { bodyOf, exampleOf } from '../kit/examples.ts';
import type { Described } from '../kit/examples.ts';
import { buildPerson, buildStaff } from '../kit/people.ts';
import type { TestPerson } from '../kit/people.ts';
import { buildWorld } from '../kit/world.ts';
import type { Inhabited } from '../kit/world.ts';

// Every route × everybody there is × what is theirs, a sibling's, a child's, a parent's, somebody else's and nobody's × reading and
// writing, against what the permissions say. Then the same below the doors, where only the database stands between.

const app = await createTestApp();
const world = await buildWorld(app);
const parent = await world.found({ name: 'Canary Parent' });
const ours = await world.found({ name: 'Canary Ours', parent: parent.id });
const sibling = await world.found({ name: 'Canary Sibling', parent: parent.id });
const child = await world.found({ name: 'Canary Child', parent: ours.id });
const foreign = await world.found({ name: 'Canary Foreign' });
// The parent owes for both: ours reads of such an invoice what it is about, and nothing of the one about its sibling.
await app.app.pool.query(`update organizations.organizations set pays = 'parent' where id = any ($1)`, [
  [ours.id, sibling.id],
]);
for (const { id } of [ours, sibling]) await issue(app, { id });
await app.settle();
const others = { sibling, child, parent, foreign };
const routes = app.app.product.routes;
const described = app.app.http.swagger() as unknown as Described;
const bad = 'not%20an%20id!';
const nobodys = () => newId(new Date('2026-03-02T02:00:00Z'));

interface Somebody {
  who: string;
  cookie: string;
  /** Whether the permissions let them through the door of a route, here: as members of `organization`. */
  may(route: AnyRoute, organization: string): boolean;
}
const signedIn = (who: string, { cookie }: TestPerson, may: Somebody['may']): Somebody => ({
  who,
  cookie: cookie!,
  may,
});
/** Who is a member of an organization has the same role in all below it, and nothing above or beside. */
const below: Record<string, string[]> = {
  [parent.id]: [parent.id, ours.id, sibling.id, child.id],
  [ours.id]: [ours.id, child.id],
};
const memberOf = (name: string, { id, members }: Inhabited, roles: readonly MemberRole[]): Somebody[] =>
  roles.map((role) =>
    signedIn(`${role} of ${name}`, members[role], ({ door }, organization) => {
      if (door.kind !== 'member') return door.kind === 'anyone' || door.kind === 'person';
      return (below[id] ?? [id]).includes(organization) && door.permission.members.includes(role);
    }),
  );
const ofStaff = await Promise.all(
  staffRoles.map(async (role) =>
    signedIn(`staff: ${role}`, await buildStaff(app, role), ({ door }) =>
      door.kind === 'staff'
        ? door.permission.staff.includes(role)
        : door.kind !== 'member' && door.kind !== 'key',
    ),
  ),
);
const everybody: Somebody[] = [
  { who: 'nobody', cookie: '', may: ({ door }) => door.kind === 'anyone' },
  signedIn(
    'somebody of no organization',
    await buildPerson(app),
    ({ door }) => door.kind === 'anyone' || door.kind === 'person',
  ),
  ...memberOf('ours', ours, memberRoles),
  ...Object.entries(others).flatMap(([name, organization]) => memberOf(name, organization, ['owner'])),
  ...ofStaff,
];

let asked = 0;
async function ask({ cookie }: { cookie: string }, route: AnyRoute, url: string, body = false) {
  asked++;
  const schema = bodyOf(described, route);
  const answer = await app.app.http.inject({
    method: route.method,
    url,
    headers: {
      ...(cookie ? { cookie } : {}),
      'sec-fetch-site': 'same-origin',
      ...(body ? { 'idempotency-key': randomUUID(), 'if-match': '"1"' } : {}),
      ...(route.upload ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(body && schema ? { payload: exampleOf(described, schema) as object } : {}),
  });
  return { status: answer.statusCode, text: answer.body.replaceAll(/"requestId":"[^"]*"/g, '') };
}

/** Asked so that nothing is done: what the door lets in is refused for its input, or for the key or version that it lacks. */
function probeOf(route: AnyRoute, organization: string): string {
  return route.path.replace(':organization', organization).replace(/:[a-z]+/gi, bad);
}
/** Routes with nothing in them to be refused for: what somebody may do here is done, to nobody's harm. */
const leaving = ['DELETE /api/session', 'DELETE /api/me/sessions'];

test('the doors: every route, everybody, every organization', { timeout: 600_000 }, async () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const route of routes.filter(({ method, path }) => !leaving.includes(`${method} ${path}`))) {
    const places = route.path.includes(':organization')
      ? { ours, ...others, nothing: { id: nobodys() } }
      : { here: { id: '' } };
    for (const somebody of everybody) {
      for (const [place, { id }] of Object.entries(places)) {
        const { status } = await ask(somebody, route, probeOf(route, id));
        const let_in = status !== 401 && status !== 404;
        const may = somebody.may(route, id);
        const staffs = route.door.kind === 'staff' && /:(organization|key)/.test(route.path);
        // To staff every organization exists but the one that does not; what is shown to everyone may be missing.
        const tells = !(
          may &&
          status === 404 &&
          (staffs || route.door.kind === 'anyone' || route.door.kind === 'person')
        );
        checked++;
        if (tells && let_in !== may)
          wrong.push(
            `${somebody.who} ${may ? 'may' : 'may not'} ${route.method} ${route.path} of ${place}: ${status}`,
          );
        if (!may && status !== (somebody.cookie ? 404 : 401))
          wrong.push(`${somebody.who} ${route.method} ${route.path} of ${place} was told ${status}`);
      }
    }
  }
  console.log(
    `doors: ${checked} answers of ${routes.length} routes to ${everybody.length} people, ${wrong.length} wrong`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(checked).toBeGreaterThan(8_000);
});

/** The catalog is everybody's. */
const withIds = routes.filter(
  ({ path, door }) => door.kind === 'member' && /:(?!organization|slug)/.test(path),
);
/** The ids of another organization's things, in the address of one. */
const theirs = (route: AnyRoute, { id }: Inhabited, here: string) =>
  world.addresses(route, id, 2).then((urls) => urls.map((url) => url.replace(id, here)));

test(
  'what is behind the doors: ids of others, in one’s own organization, are ids of nothing',
  { timeout: 600_000 },
  async () => {
    const wrong: string[] = [];
    let checked = 0;
    let found = 0;
    const before = await rowsOf([sibling, parent, foreign, child]);
    for (const route of withIds) {
      const nothing = route.path.replace(':organization', ours.id).replace(/:[a-z]+/gi, nobodys);
      for (const role of memberRoles) {
        const somebody = { cookie: ours.members[role].cookie! };
        const expected = await ask(somebody, route, nothing, true);
        if (expected.status === 404) found++;
        for (const [name, organization] of Object.entries(others)) {
          for (const url of await theirs(route, organization, ours.id)) {
            const answer = await ask(somebody, route, url, true);
            checked++;
            const alike = answer.status === expected.status && answer.text === expected.text;
            if (!alike)
              wrong.push(
                `${role} ${route.method} ${url} of ${name}: ${answer.status} ${answer.text.slice(0, 200)}, nothing: ${expected.status}`,
              );
          }
          // And in the other's organization, where they are real; below us they are ours to see.
          if (organization === child) continue;
          for (const url of await theirs(route, organization, organization.id)) {
            const answer = await ask(somebody, route, url, true);
            const absent = await ask(somebody, route, url.replace(organization.id, nobodys()), true);
            checked++;
            if (answer.status !== 404 || answer.text !== absent.text)
              wrong.push(`${role} ${route.method} ${url}: ${answer.status} ${answer.text.slice(0, 200)}`);
          }
        }
      }
    }
    console.log(
      `ids: ${checked} answers of ${withIds.length} routes, ${wrong.length} wrong; ${found} of ${withIds.length * 4} looked for the id`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(found).toBeGreaterThan(withIds.length * 2);
    expect(await rowsOf([sibling, parent, foreign, child])).toEqual(before);
  },
);

test('lists, searches and filters tell of one’s own alone', { timeout: 300_000 }, async () => {
  const wrong: string[] = [];
  let checked = 0;
  // What is below is ours to see, and who comes from above is named among those who may come in.
  const above = new Set(Object.values(parent.members).map(({ email }) => email));
  const known = await Promise.all([sibling, parent, foreign].map(secretsOf));
  const canaries = known.flat().filter((one) => !above.has(one));
  const filters = ['q=Canary', 'service', 'invoice', 'organization', 'client', 'actor', 'subject'];
  for (const route of routes.filter(({ method, door }) => method === 'GET' && door.kind === 'member')) {
    for (const url of await world.addresses(route, ours.id, 2)) {
      for (const filter of ['', ...filters]) {
        const query = filter.includes('=') || filter === '' ? filter : `${filter}=${foreign.id}`;
        const { text } = await ask({ cookie: ours.owner.cookie! }, route, `${url}?${query}`);
        checked++;
        const told = canaries.find((canary) => text.includes(canary));
        if (told && !(query.includes(foreign.id) && told === foreign.id))
          wrong.push(`${url}?${query} tells ${told}`);
      }
    }
  }
  console.log(`lists: ${checked} answers searched for ${canaries.length} canaries, ${wrong.length} found`);
  expect(wrong.slice(0, 20)).toEqual([]);
});

test(
  'below the doors: were every check of them forgotten, the database shows and changes nothing of others',
  { timeout: 600_000 },
  async () => {
    const wrong: string[] = [];
    const outcomes = { refused: 0, empty: 0, broken: 0 };
    const canaries = await secretsOf(foreign);
    const before = await rowsOf([foreign]);
    // The view of somebody who belongs to `ours`, whatever path they ask for; who reaches for more gets the same.
    const own = app.app.within({ kind: 'clients', organizations: [ours.id], person: ours.owner.id });
    const pinned: Ctx = { ...own, within: () => pinned };
    const session = {
      id: nobodys(),
      person: {
        id: ours.owner.id,
        name: 'x',
        email: ours.owner.email,
        locale: 'en',
        timeZone: 'Asia/Jakarta',
        theme: 'system',
        dateStyle: 'auto',
        tone: 'personal',
      },
      staffRoles: [],
      organizations: [],
      signedInAt: new Date(0),
      methods: ['password'],
      provedLately: true,
      owesSecondStep: false,
      secondStepAskedBy: null,
    };
    const call = {
      session,
      organization: {
        id: foreign.id,
        slug: foreign.slug,
        name: 'Canary',
        role: 'owner',
        holds: null,
        services: null,
        limit: null,
        via: null,
        parent: null,
      },
      requestId: 'x',
      now: app.clock.now(),
      address: '203.0.113.7',
      userAgent: '',
      country: null,
      device: null,
      version: 1,
      startSession() {},
      endSession() {},
    };
    const below = routes.filter(
      ({ door, within, upload }) => door.kind === 'member' && within !== everything && !upload,
    );
    for (const route of below) {
      for (const url of await world.addresses(route, foreign.id, 2)) {
        const params = paramsOf(route, url);
        const schema = bodyOf(described, route);
        const parsed = (
          one: { safeParse(value: unknown): { success: boolean; data?: unknown } } | undefined,
          value: unknown,
        ) => {
          const made = one?.safeParse(value);
          return made?.success ? made.data : value;
        };
        const input = {
          params: parsed(route.params as never, params),
          query: parsed(route.query as never, {}),
          body: parsed(route.body as never, exampleOf(described, schema)),
        };
        asked++;
        try {
          const made = await (route.read
            ? pinned.read((db) => route.read!(db, input, call))
            : route.write
              ? pinned.transact((tx) => route.write!(tx, input, call))
              : route.download
                ? route.download(pinned, input, call)
                : route.act!(pinned, input, call));
          const text =
            JSON.stringify(made, (_key, value: unknown) =>
              typeof value === 'bigint' ? String(value) : value,
            ) ?? '';
          const told = canaries.find((canary) => text.includes(canary) && !url.includes(canary));
          if (told) wrong.push(`${route.method} ${url} tells ${told}: ${text.slice(0, 300)}`);
          outcomes.empty++;
        } catch (error) {
          outcomes[error instanceof Problem ? 'refused' : 'broken']++;
        }
      }
    }
    await app.settle();
    console.log(
      `below the doors: ${below.length} routes,`,
      outcomes,
      `${wrong.length} wrong; ${asked} questions in all`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(await rowsOf([foreign])).toEqual(before);
  },
);

function paramsOf(route: AnyRoute, url: string): Record<string, string> {
  const parts = url.split('/');
  return Object.fromEntries(
    route.path
      .split('/')
      .flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[at]!)]] : [])),
  );
}

/** What only an organization itself may be told: its name, its people and the ids of its things. */
async function secretsOf({ id, members }: Inhabited): Promise<string[]> {
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select id::text from billing.invoices where organization_id = $1 and for_organization_id is distinct from $2 union select id::text from support.tickets where organization_id = $1
     union select id::text from services.services where organization_id = $1 union select id::text from orders.orders where organization_id = $1
     union select name from organizations.organizations where id = $1`,
    [id, ours.id],
  );
  return [...rows.map((row) => row.id), ...Object.values(members).map(({ email }) => email)];
}

/** Every row of some organizations, as one hash for each table. */
async function rowsOf(organizations: { id: Id<'organization'> }[]): Promise<Record<string, string>> {
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'organization_id' and table_schema not in ('pgboss') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: hashes } = await app.app.pool.query<{ hash: string }>(
      `select coalesce(md5(string_agg(md5(to_jsonb(t)::text), '' order by md5(to_jsonb(t)::text))), '') as hash from ${name} t where organization_id = any ($1)`,
      [organizations.map(({ id }) => id)],
    );
    found[name] = hashes[0]!.hash;
  }
  return found;
}
