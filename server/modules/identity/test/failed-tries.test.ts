import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import { beginTry, networkOf } from '../failed-tries.ts';
import { hashPassword } from '../passwords.ts';

const app = await createTestApp();
const password = 'kuda terbang malam';
const password_hash = await hashPassword(password);

async function somebody(email: string) {
  const person = await buildPerson(app, { email });
  await app.ctx.transact((tx) =>
    tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', person.id).execute(),
  );
  return person;
}

async function signIn(email: string, word: string, remoteAddress: string) {
  const answer = await app.app.http.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress,
    payload: { email, password: word },
  });
  return {
    status: answer.statusCode,
    code: answer.body === '' ? null : answer.json<{ code: string; facts?: { retryAfter: number } }>(),
  };
}
const times = (n: number) => Array.from({ length: n }, (_one, at) => at);

test.each(['victim@example.com', 'nobody-has-this@example.com'])(
  'after ten failures from one network it is asked to wait there, known or not: %s',
  async (email) => {
    if (email.startsWith('victim')) await somebody(email);
    for (const _n of times(10))
      expect((await signIn(email, 'wrong wrong wrong', '198.51.100.1')).status).toBe(401);
    for (const word of [password, 'wrong wrong wrong']) {
      const refused = await signIn(email, word, '198.51.100.1');
      expect(refused).toMatchObject({
        status: 429,
        code: { code: 'too_many_requests', facts: { retryAfter: 900 } },
      });
    }
  },
);

test('the owner, elsewhere, is not locked out by it; and time heals', async () => {
  expect((await signIn('victim@example.com', password, '203.0.113.50')).status).toBe(204);
  await app.clock.advance({ minutes: 16 });
  expect((await signIn('victim@example.com', password, '198.51.100.1')).status).toBe(204);
});

test('an account tried from everywhere stays open to where its owner has signed in before', async () => {
  const email = 'famous@example.com';
  await somebody(email);
  expect((await signIn(email, password, '203.0.113.77')).status).toBe(204);
  // A hundred networks, each with a single try.
  const statuses = [];
  for (const n of times(100))
    statuses.push((await signIn(email, 'wrong wrong wrong', `100.64.${n}.1`)).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(50);
  expect(statuses.slice(50).every((status) => status === 429)).toBe(true);
  expect((await signIn(email, password, '100.65.0.1')).status).toBe(429);
  expect((await signIn(email, password, '203.0.113.77')).status).toBe(204);
});

test('stuffing many accounts from one network ends there, and touches nobody elsewhere', async () => {
  const statuses = [];
  for (const n of times(110))
    statuses.push((await signIn(`list-${n}@example.com`, 'wrong wrong wrong', '198.51.100.9')).status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(100);
  await somebody('list-109@example.com');
  expect((await signIn('list-109@example.com', password, '203.0.113.60')).status).toBe(204);
});

test('many at once do not slip through', async () => {
  const answers = await Promise.all(
    times(30).map(() => signIn('burst@example.com', 'wrong wrong wrong', '198.51.100.20')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test('signing in well leaves nothing to count, however often', async () => {
  await somebody('often@example.com');
  for (const _n of times(25))
    expect((await signIn('often@example.com', password, '198.51.100.30')).status).toBe(204);
  expect((await signIn('often@example.com', 'wrong wrong wrong', '198.51.100.30')).status).toBe(401);
});

test('one who signs in and one who tries at the same time do not wait for each other in a circle', async () => {
  const email = 'twice@example.com';
  const from = { address: '198.51.100.40' };
  const first = await app.ctx.transact((tx) => beginTry(tx, email, from));
  const waiting = async () => {
    const { rows } = await app.app.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  };
  let runs = 0;
  const holder = await app.app.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(
      `select from identity.failed_tries where account = '' and network = '198.51.100.40' for update`,
    );
    const ends = app.ctx.transact(async (tx) => {
      runs++;
      first.right(tx);
    });
    await expect.poll(waiting).toBe(1);
    const begins = app.ctx.transact((tx) => {
      runs++;
      return beginTry(tx, email, from);
    });
    await expect.poll(waiting).toBe(2);
    await holder.query('rollback');
    await Promise.all([ends, begins]);
  } finally {
    holder.release();
  }
  // A circle is broken by the database, and what it broke is run again.
  expect(runs).toBe(2);
});

test('what is over is forgotten', async () => {
  await app.clock.advance({ hours: 2 });
  await app.sweep('identity.forget-steps');
  const { rows } = await app.app.pool.query('select from identity.failed_tries');
  expect(rows).toEqual([]);
});

test.each([
  ['198.51.100.7', '198.51.100.7/32'],
  ['::ffff:198.51.100.7', '198.51.100.7/32'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nonsense', '0.0.0.0/32'],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
