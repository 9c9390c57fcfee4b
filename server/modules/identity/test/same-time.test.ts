import { expect, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { buildProduct } from '../../catalog/test/goods.ts';
import { hashPassword } from '../passwords.ts';
import { texting } from '../settings.ts';

// Whoever measures how long an answer takes must not learn whether an address has an account. Questions about a known and an unknown
// address take turns, so that whatever else the machine does slows both; then their ranks are compared, which a few slow ones cannot
// move. `chance` is how often a known one took longer than an unknown one: a half when nothing can be told.

const app = await createTestApp();
const password_hash = await hashPassword('kuda terbang malam');
const pairs = 120;
await app.ctx.transact((tx) =>
  writeSetting(tx, texting, { ...texting.default, newNumbersPerDay: 10 * pairs }, 0),
);

async function known(n: number): Promise<string> {
  const { id, email } = await buildPerson(app, {
    email: `known-${n}-${crypto.randomUUID().slice(0, 8)}@example.com`,
  });
  await app.ctx.transact((tx) =>
    tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', id).execute(),
  );
  return email;
}
const unknown = (n: number) => `other-${n}-${crypto.randomUUID().slice(0, 8)}@example.com`;

async function took(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

function chanceOf(longer: readonly number[], shorter: readonly number[]): number {
  const wins = longer.reduce(
    (sum, a) => sum + shorter.reduce((all, b) => all + (a > b ? 1 : a === b ? 0.5 : 0), 0),
    0,
  );
  return wins / (longer.length * shorter.length);
}

interface Asked {
  what: string;
  url: string;
  body: (address: string) => object;
  /** Somebody signed in asks, each time somebody else; otherwise a stranger does. */
  signedIn?: true;
  /** What is asked about, where it is no mail address. */
  known?: (n: number) => Promise<string>;
  unknown?: (n: number) => string;
}

const { plan } = await buildProduct(await buildStaff(app, 'operations'));
const person = { name: 'Ani', locale: 'en', timeZone: 'Asia/Jakarta' };
const number = (of: number, n: number) => `+6281${of}${String(n + 5).padStart(8, '0')}`;
// Passkeys and codes ask for no address: a browser offers what it has, and a code is sent to whoever has shown the password.
const routes: Asked[] = [
  {
    what: 'signing in',
    url: '/api/session',
    body: (email) => ({ email, password: 'wrong wrong wrong' }),
  },
  { what: 'signing up', url: '/api/people', body: (email) => ({ ...person, email }) },
  {
    what: 'asking for a new password',
    url: '/api/password-resets',
    body: (email) => ({ email, locale: 'en' }),
  },
  { what: 'asking for one’s way in', url: '/api/sso/way', body: (email) => ({ email }) },
  { what: 'beginning single sign-on', url: '/api/sso/begin', body: (email) => ({ email }) },
  {
    what: 'writing without an account',
    url: '/api/guest-messages',
    body: (email) => ({ ...person, email, subject: 'A question', text: 'Do you sell servers?' }),
  },
  {
    what: 'ordering without an account',
    url: '/api/guest-orders',
    body: (email) => ({
      item: { plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] },
      currency: 'IDR',
      name: person.name,
      email,
      termsVersion: null,
      locale: person.locale,
    }),
  },
  { what: 'changing one’s address', url: '/api/me/email', body: (email) => ({ email }), signedIn: true },
  {
    what: 'adding a phone',
    url: '/api/me/phone',
    body: (to) => ({ number: to, channel: 'sms' }),
    signedIn: true,
    async known(n) {
      const { id } = await buildPerson(app);
      await app.ctx.transact((tx) =>
        tx.db
          .insertInto('identity.phones')
          .values({ person_id: id, number: number(1, n), channel: 'sms', added_at: tx.now })
          .execute(),
      );
      return number(1, n);
    },
    unknown: (n) => number(2, n),
  },
];

test('no other route asks a stranger for a mail address', () => {
  const asking = app.app.product.routes.filter(
    ({ door, body }) =>
      (door.kind === 'anyone' || door.kind === 'person') &&
      'email' in ((body as { shape?: object })?.shape ?? {}),
  );
  const measured = routes.map(({ url }) => url);
  // Setting up works while nobody has an account.
  expect(asking.map(({ path }) => path).filter((path) => !measured.includes(path))).toEqual(['/api/setup']);
});

test.each(routes)(
  '$what tells nothing by answer, headers or time',
  { timeout: 120_000 },
  async ({ url, body, signedIn, known: make = known, unknown: invent = unknown }) => {
    const times = { known: [] as number[], unknown: [] as number[] };
    const seen = { known: new Set<string>(), unknown: new Set<string>() };
    // The first ones warm up what is made once.
    for (let n = -5; n < pairs; n++) {
      const asked = { known: await make(n), unknown: invent(n) };
      for (const which of n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const cookie = signedIn && (await buildPerson(app)).cookie!;
        const headers = cookie ? { cookie, 'idempotency-key': crypto.randomUUID() } : {};
        let answer: { statusCode: number; body: string; headers: object } | undefined;
        const time = await took(async () => {
          // Each from a network of its own, so that no limit is met.
          const remoteAddress = `10.${which === 'known' ? 1 : 2}.${(n + 5) % 250}.${1 + Math.floor(Math.random() * 250)}`;
          answer = await app.app.http.inject({
            method: 'POST',
            url,
            headers,
            remoteAddress,
            payload: body(asked[which]),
          });
        });
        if (n >= 0) times[which].push(time);
        const told = answer!.body.replaceAll(/"requestId":"[^"]*"/g, '');
        seen[which].add(`${answer!.statusCode} ${told} ${Object.keys(answer!.headers).toSorted().join()}`);
      }
    }
    expect(seen.known.size).toBe(1);
    expect([...seen.known]).toEqual([...seen.unknown]);
    const chance = chanceOf(times.known, times.unknown);
    console.log(
      `${url}: a known address took longer in ${(chance * 100).toFixed(1)} % of ${pairs} × ${pairs} comparisons`,
    );
    // The spread of this measure is 3.7 % for so many that are alike: five times as much is no accident.
    expect(Math.abs(chance - 0.5)).toBeLessThan(0.19);
  },
);
