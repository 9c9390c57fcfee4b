import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyRoute } from '../../kernel/http/route.ts';
import { createTestApp } from '../kit/app.ts';
import { bodyOf, exampleOf, queryOf } from '../kit/examples.ts';
import type { Described } from '../kit/examples.ts';
import { buildWorld } from '../kit/world.ts';

// Ten thousand requests that nobody means well, made from the description of the API: none may break us, tell of our inside, or be
// refused without saying what is wrong. `MALFORMED_SEED` repeats a run, `MALFORMED_RUNS` makes it longer.

const seed = Number(process.env.MALFORMED_SEED ?? 20261122);
const runs = Number(process.env.MALFORMED_RUNS ?? 10_000);

const app = await createTestApp();
const world = await buildWorld(app);
const ours = await world.found();
const described = app.app.http.swagger() as unknown as Described;
// Somebody would be signed out by their own hand, and all that follows be refused for that.
const leaving = new Set(['DELETE /api/session', 'DELETE /api/me/sessions/:session']);
const routes = app.app.product.routes;

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    -0,
    2 ** 53,
    9e15,
    '',
    ' ',
    '0',
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
    [],
    {},
    [[]],
    [null],
    { length: -1 },
    { toString: 1 },
    { $ne: null },
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '\ufeff',
    '\r\nSet-Cookie: a=b',
    "' or 1=1 --",
    '"; drop table people; --',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%00',
    '%',
    'İ',
    'ﬀ',
    '𝟙',
    '١٢٣',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '+275760-09-13T00:00:00Z',
    '99999-01-01',
    '1e3',
    '0x10',
    'Infinity',
    '00000000-0000-0000-0000-000000000000',
    'not-an-id',
    'W10',
    'eyJh',
    'bnVsbA',
    'x'.repeat(3_000),
    '9'.repeat(400),
    Array.from({ length: 3_000 }, () => 1),
    Object.fromEntries(Array.from({ length: 500 }, (_one, at) => [`k${at}`, at])),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
);
const rawBody = fc.constantFrom<string | Buffer>(
  '',
  '{',
  '}',
  '[',
  '"',
  'null',
  'nul',
  '1',
  '""',
  '[]',
  '{}',
  '{"a":1,}',
  '{a:1}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '{"a":NaN}',
  '{"a":01}',
  '{"\\ud800":1}',
  '{"a":"\u0000"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  deep(100_000),
  `{"a":${deep(5_000)}}`,
  '{"a":1e999999}',
  `{"a":"${'x'.repeat(500_000)}"}`,
  '<?xml version="1.0"?><a/>',
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
  Buffer.from('{"email":"\xff\xfe"}', 'latin1'),
  Buffer.from([0xc0, 0x80]),
  Buffer.alloc(64),
);
const type = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'a',
  '',
  'application/json;;;',
  'application/merge-patch+json',
);
const header = fc.constantFrom(
  '',
  '0',
  '-1',
  '"1"',
  'W/"1"',
  '*',
  '"x"',
  '1'.repeat(300),
  'a b',
  '\t',
  '"99999999999999999999"',
  'ünï',
);
const segment = fc.constantFrom(
  'not-an-id',
  '00000000-0000-0000-0000-000000000000',
  '%00',
  '%2e%2e',
  '..%2f..',
  '%ff',
  '%F0%9F%92%BE',
  'null',
  '-1',
  '0',
  "'",
  'a'.repeat(400),
  '__proto__',
  ';',
  '%0d%0aX:1',
  '*',
);

interface Attempt {
  at: number;
  who: 'owner' | 'staff' | 'nobody';
  how: 'body' | 'raw' | 'path' | 'query' | 'headers' | 'extra' | 'missing';
  nasty: unknown;
  raw: string | Buffer;
  type: string;
  header: string;
  segment: string;
  place: number;
}
const attempt: fc.Arbitrary<Attempt> = fc.record({
  at: fc.nat(1_000_000),
  who: fc.constantFrom('owner', 'owner', 'staff', 'staff', 'nobody'),
  how: fc.constantFrom(
    'body',
    'body',
    'body',
    'raw',
    'path',
    'query',
    'query',
    'headers',
    'extra',
    'missing',
  ),
  nasty,
  raw: rawBody,
  type,
  header,
  segment,
  place: fc.nat(1_000),
});

/** The ways to every value inside, so that one of them can be spoiled. */
function placesIn(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key]))];
}

function spoiled(
  value: unknown,
  [key, ...rest]: (string | number)[],
  spoil: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return spoil(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  const made = spoiled(copy[key], rest, spoil);
  if (made === gone) delete copy[key];
  else copy[key] = made;
  return copy;
}
const gone = Symbol('gone');

async function requestOf(route: AnyRoute, one: Attempt) {
  const real = await addressesOf(route);
  let url =
    real.length > 0
      ? real[one.place % real.length]!
      : route.path.replace(/:[a-z]+/gi, '0197a000-0000-7000-8000-000000000000');
  const headers: Record<string, string> = {
    'idempotency-key': `malformed-${one.at}-${one.place}`,
    'if-match': '"1"',
    'content-type': 'application/json',
  };
  const schema = bodyOf(described, route);
  let payload: string | Buffer | undefined = schema
    ? JSON.stringify(exampleOf(described, schema))
    : undefined;
  const names = queryOf(described, route);
  if (one.how === 'path' && route.path.includes(':')) {
    const parts = route.path
      .split('/')
      .map((part, at) => (part.startsWith(':') ? at : -1))
      .filter((at) => at >= 0);
    const spoil = parts[one.place % parts.length]!;
    url = url
      .split('/')
      .map((part, at) => (at === spoil ? one.segment : part))
      .join('/');
  } else if (one.how === 'query') {
    const name = names.length > 0 ? names[one.place % names.length]! : 'unknown';
    const value = typeof one.nasty === 'string' ? one.nasty : (JSON.stringify(one.nasty) ?? '');
    const text = encodeURIComponent(Buffer.from(value.slice(0, 5_000)).toString());
    url +=
      ['?', `?${name}=${text}&`, `?${name}[]=`, `?${name}=1&`, `?__proto__[${name}]=`][one.place % 5]! +
      `${name}=${text}`;
  } else if (one.how === 'headers') {
    for (const name of ['idempotency-key', 'if-match', 'content-type', 'accept', 'cookie2'])
      headers[name] = one.header;
  } else if (one.how === 'raw') {
    payload = one.raw;
    headers['content-type'] = one.type;
  } else if (schema) {
    const example = exampleOf(described, schema);
    const places = placesIn(example);
    const place = places[one.place % places.length]!;
    const extra = (old: unknown) =>
      typeof old === 'object' && old !== null
        ? { ...old, admin: true, organization_id: one.nasty, version: 9 }
        : one.nasty;
    const spoil =
      { body: () => one.nasty, extra, missing: () => (place.length > 0 ? gone : undefined) }[
        one.how as 'body'
      ] ?? (() => one.nasty);
    payload = JSON.stringify(spoiled(example, place, spoil)) ?? '';
  }
  if (route.upload) headers['content-type'] = 'application/octet-stream';
  return { method: route.method, url, headers, ...(payload === undefined ? {} : { payload }) };
}

const known = new Map<AnyRoute, string[]>();
async function addressesOf(route: AnyRoute): Promise<string[]> {
  let found = known.get(route);
  if (!found) known.set(route, (found = await world.addresses(route, ours.id, 2)));
  return found;
}

test(`${runs} malformed requests`, { timeout: 600_000 }, async () => {
  const attempts = fc.sample(attempt, { seed, numRuns: runs });
  const cookies = { owner: ours.owner.cookie!, staff: world.staff.cookie!, nobody: '' };
  const statuses = new Map<number, number>();
  const wrong: unknown[] = [];
  const began = performance.now();
  for (const [n, one] of attempts.entries()) {
    // Every route in turn, each time by somebody who may come in, by somebody else, or by nobody.
    const route = routes[n % routes.length]!;
    const who = leaving.has(`${route.method} ${route.path}`) ? 'nobody' : one.who;
    const request = await requestOf(route, one);
    // What is for keys alone is asked with one, lest every request end at its door.
    const asKey = route.door.kind === 'key' && who !== 'nobody';
    const headers = {
      ...request.headers,
      cookie: cookies[who],
      ...(asKey ? { authorization: `Bearer ${ours.directoryToken}` } : {}),
    };
    const answer = await app.app.http.inject({ ...request, headers });
    const status = answer.statusCode;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const why = faultOf(route, status, String(answer.headers['content-type']), answer.body);
    if (why)
      wrong.push({
        why,
        n,
        who,
        how: one.how,
        status,
        method: route.method,
        url: request.url.slice(0, 300),
        payload: String(request.payload ?? '').slice(0, 300),
        body: answer.body.slice(0, 600),
      });
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${runs} malformed requests over ${routes.length} routes, seed ${seed}, ${seconds} s:`,
    Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b)),
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(statuses.get(400)).toBeGreaterThan(runs / 5);
});

/** What is wrong with an answer, if something is. */
function faultOf(route: AnyRoute, status: number, kind: string, body: string): string | null {
  if (status >= 500 && status !== 502 && status !== 503) return 'broke';
  if (
    /\n\s+at |node_modules|\.ts:\d|syntax error at|relation "|violates|invalid input syntax|"stack"/i.test(
      body,
    )
  )
    return 'tells of our inside';
  if (status < 400) return null;
  if (route.speaks && kind === route.speaks.mediaType) {
    const { success, data } = route.speaks.failureShape.safeParse(JSON.parse(body));
    return success && (data as { detail?: string }).detail ? null : 'does not say what is wrong';
  }
  if (kind !== 'application/problem+json') return `answers as ${kind}`;
  const problem = JSON.parse(body) as { code: string; fields?: { path: string }[]; detail?: string };
  if (problem.code !== 'invalid_input') return null;
  const named = problem.fields?.some(({ path }) => path.trim() !== '');
  return named || problem.detail !== undefined ? null : 'does not say what is wrong';
}
