import { afterAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildPerson } from '../../../test/kit/people.ts';
import { hashPassword } from '../../identity/index.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack, connect, usual } from './connect.ts';
import { startForger } from './forger.ts';

const app = await createTestApp(new Date());
const forger = await startForger();
afterAll(() => forger.close());
const password = 'a long walk by the sea';
const hashed = await hashPassword(password);

let count = 0;
async function buildConnected(over: object = {}) {
  const domain = `req${++count}.example`;
  const organization = await buildOrganization(app);
  const { owner, at, id } = organization;
  await give(owner.id, `owner@${domain}`);
  const proved = await addAndProve(app, organization, domain);
  const connection = await connect(organization, forger, over);
  const come = async (name: string, claims: object = {}) => {
    const email = `${name}@${domain}`;
    const { browser, nonce, state } = await begin(app, email);
    forger.give(
      await forger.sign({
        sub: `${id}-${name}`,
        email,
        email_verified: true,
        sid: `sid-${name}`,
        nonce,
        ...claims,
      }),
    );
    return { browser, answer: await comeBack(browser, connection, `?code=a&state=${state}`) };
  };
  const mode = (wanted: string) => owner.put(at('/sso/mode'), { mode: wanted });
  return { ...organization, domain, connection, come, mode, proved };
}
/** A person's address, and the password of all here. */
async function give(person: string, email: string) {
  await app.app.pool.query(`update identity.people set email = $2, password_hash = $3 where id = $1`, [
    person,
    email,
    hashed,
  ]);
}
const withPassword = (email: string, typed = password) =>
  anonymous(app.app).post('/api/session', { email, password: typed });

test('required only after it worked; then passwords of the domain lead elsewhere, right or wrong, known or unknown', async () => {
  const organization = await buildConnected();
  const { domain, come, mode } = organization;
  const member = await buildMember(app, organization, 'member');
  await give(member.id, `tono@${domain}`);
  expect((await mode('required')).body.code).toBe('never_worked');
  expect((await withPassword(`tono@${domain}`)).status).toBe(204);
  expect((await come('sari')).answer.status).toBe(204);
  expect((await mode('required')).status).toBe(204);
  expect((await app.stranger.post('/api/sso/way', { email: `x@${domain}` })).body).toEqual({
    elsewhere: 'required',
  });

  const answers = [
    await withPassword(`tono@${domain}`),
    await withPassword(`tono@${domain}`, 'wrong'),
    await withPassword(`nobody@${domain}`),
    await withPassword(`owner@${domain}`, 'wrong'),
  ];
  for (const { status, body } of answers) expect([status, body.code]).toEqual([403, 'sso_required']);
  expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, requestId: '' }))).size).toBe(1);
  expect((await come('tono')).answer.status).toBe(204);

  // Who has an address elsewhere goes on as before, also in this organization.
  const guest = await buildMember(app, organization, 'member');
  await give(guest.id, `guest${count}@example.com`);
  expect((await withPassword(`guest${count}@example.com`)).status).toBe(204);
});

test('an owner may come with the password when the provider is down; a link in a mail leads nobody around', async () => {
  const organization = await buildConnected();
  const { domain, come, mode } = organization;
  await come('sari');
  await mode('required');
  expect((await withPassword(`owner@${domain}`)).status).toBe(204);

  const member = await buildMember(app, organization, 'member');
  await give(member.id, `tono@${domain}`);
  await app.stranger.post('/api/password-resets', { email: `tono@${domain}`, locale: 'en' });
  await app.settle();
  const mail = app.ports.sent.findLast(({ to }) => to.address === `tono@${domain}`)!;
  const token = /#token=([\w-]+)/.exec(mail.text)![1]!;
  const chosen = await anonymous(app.app).put('/api/password', {
    token,
    password: 'another walk by the sea',
  });
  expect(chosen.body.code).toBe('sso_required');
  expect((await withPassword(`tono@${domain}`)).body.code).toBe('sso_required');
});

test('when the domain is lost, passwords work again', async () => {
  const { domain, come, mode, owner, at, proved } = await buildConnected();
  await come('sari');
  await mode('required');
  const person = await buildPerson(app);
  await give(person.id, `later@${domain}`);
  expect((await withPassword(`later@${domain}`)).body.code).toBe('sso_required');
  await owner.post(at(`/domains/${proved.id}/remove`));
  expect((await withPassword(`later@${domain}`)).status).toBe(204);
});

test('a changed connection has to show anew that it works, and keeps no secret for another', async () => {
  const { come, mode, owner, at } = await buildConnected();
  await come('sari');
  await mode('required');
  const { body } = await owner.get(at('/sso'));
  const { secret, ...rest } = usual('https://login.example.com');
  expect((await owner.put(at('/sso'), rest, { version: body.version })).body.code).toBe('secret_missing');
  const moved = await owner.put(at('/sso'), { ...rest, secret }, { version: body.version });
  expect(moved.body.connection).toMatchObject({ mode: 'offered', workedAt: null, hasSecret: true });
  expect(moved.text).not.toContain(secret);
  expect((await owner.put(at('/sso'), { ...rest, secret }, { version: body.version })).status).toBe(412);
  expect((await mode('required')).body.code).toBe('never_worked');
});

test('without a verified domain nothing is offered', async () => {
  const { owner, at } = await buildOrganization(app);
  await owner.put(at('/sso'), usual(forger.issuer), { version: 0 });
  expect((await owner.put(at('/sso/mode'), { mode: 'offered' })).body.code).toBe('no_verified_domain');
});

test('the provider’s word for a second step counts where the organization says so, for who belongs to nobody else', async () => {
  const plain = await buildConnected();
  const trusting = await buildConnected({ secondStepValues: ['mfa', 'urn:example:gold'] });
  const owes = async (browser: Awaited<ReturnType<typeof plain.come>>['browser']) =>
    (await browser.get('/api/me/sessions')).body.code === 'second_step_required';
  for (const { owner, at } of [plain, trusting]) await owner.put(at('/second-step'), { asked: true });

  expect(await owes((await plain.come('a', { amr: ['pwd', 'mfa'] })).browser)).toBe(true);
  expect(await owes((await trusting.come('a', { amr: ['pwd'] })).browser)).toBe(true);
  expect(await owes((await trusting.come('b', {})).browser)).toBe(true);
  expect(await owes((await trusting.come('a', { amr: ['pwd', 'mfa'] })).browser)).toBe(false);
  expect(await owes((await trusting.come('c', { acr: 'urn:example:gold' })).browser)).toBe(false);

  // Somebody who is a member of another organization too: this provider does not speak for that one.
  const both = await trusting.come('d', { amr: ['mfa'] });
  const { person } = (await both.browser.get('/api/session')).body;
  const other = await buildOrganization(app);
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'member', now())`,
    [other.id, person.id],
  );
  expect(await owes((await trusting.come('d', { amr: ['mfa'] })).browser)).toBe(true);
});

test('a second step of one’s own is still asked, and the session it opens knows the provider', async () => {
  const { come } = await buildConnected({ sessionHours: 2 });
  const { browser } = await come('budi');
  const { person } = (await browser.get('/api/session')).body;
  await app.app.pool.query(`update identity.people set mail_codes_since = now() where id = $1`, [person.id]);
  const { answer, browser: again } = await come('budi');
  expect([answer.status, answer.body.steps]).toEqual([200, ['email_code']]);
  await again.post('/api/session/second-step/code', { attempt: answer.body.attempt });
  await app.settle();
  const code = /\b\d{4} \d{4}\b/.exec(
    app.ports.sent.findLast(({ to }) => to.address === person.email)!.text,
  )![0];
  const done = await again.post('/api/session/second-step', {
    attempt: answer.body.attempt,
    step: { kind: 'email_code', code },
  });
  expect(done.status, done.text).toBe(204);
  const { rows } = await app.app.pool.query(
    `select methods, came_by is not null as came from identity.sessions where person_id = $1 order by cardinality(methods) desc limit 1`,
    [person.id],
  );
  expect(rows).toEqual([{ methods: ['single_sign_on', 'email_code'], came: true }]);
});

test('a session that came by a provider ends when its hours are over, and when single sign-on is switched off', async () => {
  const { come, mode, owner, at } = await buildConnected({ sessionHours: 2 });
  const { browser } = await come('budi');
  await app.clock.advance({ hours: 1 });
  expect((await browser.get('/api/session')).status).toBe(200);
  await app.clock.advance({ hours: 1, seconds: 1 });
  expect((await browser.get('/api/session')).status).toBe(401);

  const later = await come('budi');
  await mode('off');
  expect((await later.browser.get('/api/session')).status).toBe(401);
  await mode('offered');
  const last = await come('budi');
  expect((await owner.post(at('/sso/remove'))).status).toBe(204);
  expect((await last.browser.get('/api/session')).status).toBe(401);
});

test('the sweep forgets what is over', async () => {
  const { come, domain } = await buildConnected({ sessionHours: 1 });
  await come('budi');
  await begin(app, `x@${domain}`);
  await app.clock.advance({ hours: 1, minutes: 1 });
  await app.sweep('sso.forget-sign-ins');
  const { rows } = await app.app.pool.query(
    `select (select count(*) from sso.attempts)::int as attempts, (select count(*) from sso.sign_ins where expires_at <= $1)::int as over`,
    [app.clock.now()],
  );
  expect(rows).toEqual([{ attempts: 0, over: 0 }]);
});
