import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import type { Recovery } from '../contract.ts';
import { hashPassword } from '../index.ts';
import { finishRecovery } from '../recovery-jobs.ts';
import { addAuthenticator, given, lastMessage, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);
const support = await buildStaff(app, 'support');
const body = { reason: 'Her phone fell into the sea.', vouchedBy: 'Budi, the owner, on his known number' };
const at = (person: { id: string }) => `/api/console/people/${person.id}/recovery`;

async function lockedOut(person?: TestPerson): Promise<TestPerson> {
  const somebody = person ?? (await buildPerson(app));
  await given(app, somebody.id, hashed);
  await addAuthenticator(app, somebody);
  // Confirming it has made the proof that of today; these sessions keep theirs however the clock moves.
  await app.app.pool.query(
    `update identity.sessions set proved_at = '2100-01-01' where person_id = $1 and ended_at is null`,
    [somebody.id],
  );
  return somebody;
}
const begin = (person: TestPerson, by = support) => by.post(at(person), body);
const finish = () => app.sweep('identity.finish-recoveries');
const signIn = (email: string) => anonymous(app.app).post('/api/session', { email, password });
const authenticators = async (person: TestPerson) =>
  (await app.app.pool.query('select id from identity.authenticators where person_id = $1', [person.id])).rows
    .length;

async function factsOf(person: TestPerson): Promise<string[]> {
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select name from kernel.events where subject_id = $1 and name like 'identity.recovery-%'
       and name <> 'identity.recovery-codes-made' order by id`,
    [person.id],
  );
  return rows.map(({ name }) => name.replace('identity.recovery-', ''));
}

/** The tokens mailed to stop a recovery, by address. */
async function stopLinks(...addresses: string[]): Promise<Record<string, string>> {
  const { rows } = await app.app.pool.query<{ id: string; data: string; address: string }>(
    `select id, data, address from kernel.messages where kind = 'identity.recovery-has-begun' and address = any ($1)`,
    [addresses],
  );
  return Object.fromEntries(rows.map((row) => [row.address, app.open(row).token as string]));
}

test('after the delay the second steps, the sessions and the old password are gone, and a link is mailed', async () => {
  const person = await lockedOut();
  const begun = await begin(person);
  expect(begun).toMatchObject({
    status: 201,
    body: { ...body, approval: 'not_needed', beganBy: { id: support.id }, person: { id: person.id } },
  });
  expect(begun.body.dueAt).toBe(new Date(app.clock.now().getTime() + 86_400_000).toISOString());
  await app.clock.advance({ hours: 23, minutes: 59 });
  await finish();
  expect(await authenticators(person)).toBe(1);
  await app.clock.advance({ minutes: 1 });
  await finish();
  expect(await authenticators(person)).toBe(0);
  expect((await person.get('/api/me')).status).toBe(401);
  expect((await signIn(person.email)).status).toBe(401);
  const token = await mailedToken(app, person.email);
  const browser = anonymous(app.app);
  const chosen = await browser.put('/api/password', { token, password: 'kuda terbang malam' });
  expect(chosen.status).toBe(204);
  expect((await browser.get('/api/me')).body.email).toBe(person.email);
  expect((await browser.get('/api/me/factors')).body).toMatchObject({
    recoveryCodes: null,
    authenticators: [],
  });
  expect(await factsOf(person)).toEqual(['begun', 'completed']);
});

test('it is announced to every address of the last thirty days, and in the bell without a link', async () => {
  const person = await lockedOut(await buildPerson(app, { email: 'long-ago@example.com', locale: 'id' }));
  const moveTo = async (email: string) => {
    await person.post('/api/me/email', { email });
    const { rows } = await app.app.pool.query<{ id: string; data: string }>(
      `select id, data from kernel.messages where kind = 'identity.confirm-new-email' and address = $1`,
      [email],
    );
    expect((await person.put('/api/email', { token: app.open(rows[0]!).token })).status).toBe(204);
  };
  await moveTo('before@example.com');
  await app.app.pool.query(
    `update identity.email_changes set confirmed_at = confirmed_at - interval '31 days' where person_id = $1`,
    [person.id],
  );
  await moveTo('now@example.com');
  await begin(person);
  const links = await stopLinks('long-ago@example.com', 'before@example.com', 'now@example.com');
  expect(Object.keys(links).toSorted()).toEqual(['before@example.com', 'now@example.com']);
  await app.settle();
  const mails = app.ports.sent.filter(({ text }) => text.includes('/stop-recovery#token='));
  expect(mails.map(({ to }) => to.address)).toEqual(expect.arrayContaining(Object.keys(links)));
  const { rows } = await app.app.pool.query<{ kind: string; all: string }>(
    `select kind, n::text as all from notifications.notices n where person_id = $1 and kind like '%recovery%'`,
    [person.id],
  );
  expect(rows.map(({ kind }) => kind)).toContain('identity.recovery-under-way');
  expect(rows.map(({ all }) => all).join()).not.toContain(links['now@example.com']!);
  expect(mails.filter(({ to }) => to.address === 'now@example.com')).toHaveLength(1);
});

test('the mailed link stops it, once, signed out', async () => {
  const person = await lockedOut();
  await begin(person);
  const token = (await stopLinks(person.email))[person.email]!;
  const stop = (link: string) => app.stranger.put('/api/recovery/stop', { token: link });
  expect((await stop('a-token-that-nobody-was-given')).body.code).toBe('recovery_over');
  expect((await stop(token)).status).toBe(204);
  expect((await stop(token)).body.code).toBe('recovery_over');
  expect(await lastMessage(app, 'identity.recovery-was-ended', person.id)).toEqual({});
  await app.clock.advance({ days: 2 });
  await finish();
  expect(await authenticators(person)).toBe(1);
  expect((await person.get('/api/me')).status).toBe(200);
  expect(await factsOf(person)).toEqual(['begun', 'stopped']);
  // Another one has a link of its own.
  expect((await begin(person)).status).toBe(201);
  expect((await stop(token)).status).toBe(410);
});

test('a session of the person sees it and stops it; nobody else does', async () => {
  const person = await lockedOut();
  const other = await lockedOut();
  expect((await person.get('/api/me/recovery')).body).toEqual({ recovery: null });
  await begin(person);
  const { recovery } = (await person.get('/api/me/recovery')).body;
  expect(Object.keys(recovery)).toEqual(['beganAt', 'dueAt']);
  expect((await other.get('/api/me/recovery')).body).toEqual({ recovery: null });
  expect((await other.delete('/api/me/recovery')).status).toBe(404);
  expect((await app.stranger.delete('/api/me/recovery')).status).toBe(401);
  expect((await person.delete('/api/me/recovery')).status).toBe(204);
  expect((await person.delete('/api/me/recovery')).status).toBe(404);
  await app.clock.advance({ days: 1 });
  await finish();
  expect(await authenticators(person)).toBe(1);
});

test('staff withdraw it, and the list holds only what is under way', async () => {
  const person = await lockedOut();
  await begin(person);
  const listed = async () =>
    (await support.get('/api/console/recoveries')).body.items.map(
      (one: Recovery) => one.person.id,
    ) as string[];
  expect(await listed()).toContain(person.id);
  expect((await support.delete(at(person))).status).toBe(204);
  expect(await listed()).not.toContain(person.id);
  expect((await support.delete(at(person))).status).toBe(404);
  await app.clock.advance({ days: 1 });
  await finish();
  expect(await authenticators(person)).toBe(1);
  expect(await factsOf(person)).toEqual(['begun', 'withdrawn']);
});

test('strangers, clients and staff without the right get nowhere; there is a reason, a voucher and one at a time', async () => {
  const person = await lockedOut();
  const finance = await buildStaff(app, 'finance');
  for (const [who, status] of [
    [app.stranger, 401],
    [person, 404],
    [finance, 404],
  ] as const) {
    expect((await who.post(at(person), body)).status).toBe(status);
    expect((await who.delete(at(person))).status).toBe(status);
    expect((await who.get('/api/console/recoveries')).status).toBe(status);
  }
  expect((await support.post(at(person), { ...body, reason: ' ' })).status).toBe(400);
  expect((await support.post(at(person), { reason: body.reason })).status).toBe(400);
  const [one, two] = await Promise.all([begin(person), begin(person)]);
  expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect((await begin(person)).body.code).toBe('recovery_under_way');
  expect((await begin(await buildPerson(app))).body.code).toBe('nothing_to_recover');
  expect((await begin(await lockedOut(support))).body.code).toBe('own_recovery');
  expect((await support.post(at({ id: '0195a000-0000-7000-8000-000000000000' }), body)).status).toBe(404);
});

test('a request repeated with its key begins one recovery and mails once', async () => {
  const person = await lockedOut();
  const key = 'one-recovery';
  const [one, two] = [
    await support.post(at(person), body, { key }),
    await support.post(at(person), body, { key }),
  ];
  expect(two).toMatchObject({ status: 201, body: { id: one.body.id } });
  expect(Object.keys(await stopLinks(person.email))).toHaveLength(1);
  expect(await factsOf(person)).toEqual(['begun']);
});

test('an administrator is let in again only when a second administrator agrees', async () => {
  const rina = await lockedOut(await buildStaff(app, 'administrator'));
  const [sari, tono] = [await buildStaff(app, 'administrator'), await buildStaff(app, 'administrator')];
  expect((await begin(rina, sari)).body).toMatchObject({
    approval: 'awaited',
    can: { approve: { no: 'began_it' } },
  });
  expect(await lastMessage(app, 'identity.recovery-needs-approval', tono.id)).toMatchObject({});
  await app.clock.advance({ days: 3 });
  await finish();
  expect(await authenticators(rina)).toBe(1);
  const approve = (who: TestPerson) => who.post(`${at(rina)}/approve`);
  expect((await approve(support)).status).toBe(404);
  expect((await approve(sari)).body).toMatchObject({
    code: 'cannot_approve_recovery',
    facts: { reason: 'began_it' },
  });
  expect((await approve(rina)).body.facts.reason).toBe('own_recovery');
  expect((await approve(tono)).body).toMatchObject({ approval: 'given' });
  expect((await approve(tono)).body.facts.reason).toBe('approved_already');
  await finish();
  expect(await authenticators(rina)).toBe(0);
  expect(await factsOf(rina)).toEqual(['begun', 'approved', 'completed']);
});

test('who becomes an administrator during the delay needs the second pair of eyes as well', async () => {
  const person = await lockedOut(await buildStaff(app, 'finance'));
  expect((await begin(person)).body.approval).toBe('not_needed');
  await app.app.pool.query(`update identity.staff set roles = '{administrator}' where person_id = $1`, [
    person.id,
  ]);
  await app.clock.advance({ days: 1 });
  await finish();
  expect(await authenticators(person)).toBe(1);
});

test('a job that comes back after it was done does nothing, and one too early neither', async () => {
  const person = await lockedOut();
  const { id } = (await begin(person)).body as { id: string };
  const run = () => finishRecovery.run(app.ctx, { recovery: id });
  await run();
  expect(await authenticators(person)).toBe(1);
  await app.clock.advance({ days: 1 });
  await Promise.all([run(), run()]);
  expect(await authenticators(person)).toBe(0);
  const { token } = (await lastMessage(app, 'identity.recovery-is-done', person.id)) as { token: string };
  const browser = anonymous(app.app);
  expect((await browser.put('/api/password', { token, password: 'kuda terbang malam' })).status).toBe(204);
  await run();
  expect((await browser.get('/api/me')).status).toBe(200);
  expect(await factsOf(person)).toEqual(['begun', 'completed']);
});

test('the business sets the delay, from none to a week', async () => {
  const administrator = await buildStaff(app, 'administrator');
  const set = async (delayHours: number) => {
    const url = '/api/console/settings/identity.recovery';
    const { version } = (await administrator.get(url)).body;
    return (await administrator.put(url, { value: { delayHours } }, { version })).status;
  };
  expect(await set(169)).toBe(400);
  expect(await set(0)).toBe(200);
  const person = await lockedOut();
  await begin(person);
  await finish();
  expect(await authenticators(person)).toBe(0);
});
