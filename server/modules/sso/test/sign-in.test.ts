import { afterAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack, connect, signIn, usual } from './connect.ts';
import { startProvider } from './provider.ts';

// The real provider has the computer's time.
const app = await createTestApp(new Date());
const provider = await startProvider();
afterAll(() => provider.close());

let count = 0;
/** An organization with a verified domain whose people sign in at the provider. */
async function buildConnected(over: object = {}) {
  const domain = `org${++count}.example`;
  const organization = await buildOrganization(app, { name: `Org ${count}` });
  await addAndProve(app, organization, domain);
  const connection = await connect(organization, provider, over);
  return { ...organization, connection, domain };
}
function know(email: string, over: object = {}) {
  provider.accounts.set(email, {
    sub: `sub-${email}`,
    email,
    email_verified: true,
    name: 'Budi Santoso',
    ...over,
  });
  return email;
}
const roleOf = async (person: { get: TestPerson['get'] }, id: string) =>
  (await person.get('/api/session')).body.organizations.find((one: { id: string }) => one.id === id)?.role;

test('somebody new signs in at the provider, has an account and is a member', async () => {
  const { id, connection, domain } = await buildConnected();
  const email = know(`budi@${domain}`);
  expect((await app.stranger.post('/api/sso/way', { email })).body).toEqual({ elsewhere: 'offered' });
  const { url } = await begin(app, email);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    login_hint: email,
  });

  const { answer, browser } = await signIn(app, provider, connection, email);
  expect(answer.status, answer.text).toBe(204);
  const { person, organizations } = (await browser.get('/api/session')).body;
  expect(person).toMatchObject({ email, name: 'Budi Santoso', locale: 'en' });
  expect(organizations).toMatchObject([{ id, role: 'member' }]);

  const again = await signIn(app, provider, connection, email);
  expect((await again.browser.get('/api/session')).body.person.id).toBe(person.id);
  const { rows } = await app.app.pool.query<{ methods: string[]; came: boolean; hours: number }>(
    `select s.methods, s.came_by is not null as came, extract(epoch from s.expires_at - s.created_at) / 3600 as hours
     from identity.sessions s where person_id = $1`,
    [person.id],
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.methods).toEqual(['single_sign_on']);
    expect([row.came, Number(row.hours)]).toEqual([true, 12]);
  }
});

test('nobody learns from it who has an account, only whether a domain has single sign-on', async () => {
  const { domain, owner } = await buildConnected();
  const { email } = await buildPerson(app, { email: `known@${domain}` });
  for (const address of [email, `nobody@${domain}`])
    expect((await app.stranger.post('/api/sso/way', { email: address })).body).toEqual({
      elsewhere: 'offered',
    });
  for (const address of [owner.email, 'nobody@example.com'])
    expect((await app.stranger.post('/api/sso/way', { email: address })).body).toEqual({ elsewhere: null });
  expect((await app.stranger.post('/api/sso/begin', { email: owner.email })).body.code).toBe('no_sso');
});

test('somebody with the address already is linked once, told so, and known by the provider’s name from then on', async () => {
  const { id, connection, domain } = await buildConnected();
  const before = await buildPerson(app, { email: `lama@${domain}`, name: 'Lama' });
  know(before.email);
  const { answer, browser } = await signIn(app, provider, connection, before.email);
  expect(answer.status, answer.text).toBe(204);
  expect((await browser.get('/api/session')).body.person).toMatchObject({ id: before.id, name: 'Lama' });
  expect(await roleOf(browser, id)).toBe('member');
  await app.settle();
  const told = () =>
    app.ports.sent.filter(({ to, subject }) => to.address === before.email && /connected/.test(subject));
  expect(told()).toHaveLength(1);

  // The provider calls them otherwise now; it is still the same subject.
  provider.accounts.set(before.email, { ...provider.accounts.get(before.email)!, email: `baru@${domain}` });
  const again = await signIn(app, provider, connection, before.email);
  expect((await again.browser.get('/api/session')).body.person).toMatchObject({
    id: before.id,
    email: before.email,
  });
  await app.settle();
  expect(told()).toHaveLength(1);

  // Another subject with the address of somebody who is linked does not get their account.
  know(before.email, { sub: 'another-human' });
  const other = await signIn(app, provider, connection, before.email);
  expect(other.answer.body).toMatchObject({ code: 'sso_failed', facts: { why: 'address_changed' } });
});

test('an answer counts once, in the browser that began, at its own connection', async () => {
  const one = await buildConnected();
  const two = await buildConnected();
  const email = know(`siti@${one.domain}`);
  const { browser, url } = await begin(app, email);
  const back = await provider.signIn(url.href, email);
  const over = { code: 'sso_over' };

  const elsewhere = await begin(app, email);
  expect((await comeBack(elsewhere.browser, one.connection, back.search)).body).toMatchObject(over);
  expect((await comeBack(app.stranger, one.connection, back.search)).body).toMatchObject(over);

  const wrongConnection = await begin(app, email);
  const there = await provider.signIn(wrongConnection.url.href, email);
  expect((await comeBack(wrongConnection.browser, two.connection, there.search)).body).toMatchObject(over);

  const answer = await comeBack(browser, one.connection, back.search);
  expect(answer.status, answer.text).toBe(204);
  expect((await comeBack(browser, one.connection, back.search)).body).toMatchObject(over);

  // The code of one sign-in in the answer of another: the provider refuses it, as it was used and is bound to its proof key.
  const later = await begin(app, email);
  const stolen = new URLSearchParams(back.search);
  stolen.set('state', later.state);
  expect((await comeBack(later.browser, one.connection, `?${stolen}`)).body).toMatchObject({
    code: 'sso_failed',
    facts: { why: 'provider' },
  });
});

test('an answer that comes too late does not count', async () => {
  const { connection, domain } = await buildConnected();
  const email = know(`lambat@${domain}`);
  const { browser, url } = await begin(app, email);
  const back = await provider.signIn(url.href, email);
  await app.clock.advance({ minutes: 16 });
  expect((await comeBack(browser, connection, back.search)).body.code).toBe('sso_over');
});

test('what the provider says of the address decides: missing, unverified, of another domain or organization', async () => {
  const { connection, domain, owner, at } = await buildConnected();
  const other = await buildConnected();
  const cases: [string, object, string][] = [
    ['none', { email: undefined }, 'mail_missing'],
    ['false', { email_verified: false }, 'mail_unverified'],
    ['unsaid', { email_verified: undefined }, 'mail_unverified'],
    ['outside', { email: 'ceo@example.com' }, 'foreign_domain'],
    ['neighbor', { email: `ceo@${other.domain}` }, 'foreign_domain'],
    ['below', { email: `ceo@mail.${domain}` }, 'foreign_domain'],
  ];
  for (const [who, over, why] of cases) {
    const account = know(`${who}@${domain}`, over);
    const { answer } = await signIn(app, provider, connection, account);
    expect([who, answer.body.facts.why]).toEqual([who, why]);
  }
  expect((await owner.get(at('/sso'))).body.connection.failed).toMatchObject({ why: 'foreign_domain' });
  const { rows } = await app.app.pool.query(
    `select email from identity.people where email like '%@mail.%' or email like 'ceo@%'`,
  );
  expect(rows).toEqual([]);
});

test('a provider that does not say is believed where the organization says so, and one that denies never', async () => {
  const { connection, domain } = await buildConnected({ trustsUnsaidMail: true });
  const unsaid = know(`entra@${domain}`, { email_verified: undefined });
  expect((await signIn(app, provider, connection, unsaid)).answer.status).toBe(204);
  const denied = know(`denied@${domain}`, { email_verified: false });
  expect((await signIn(app, provider, connection, denied)).answer.body.facts.why).toBe('mail_unverified');
});

test('staff, shut accounts and addresses that moved away are not let in by a client’s provider', async () => {
  const { connection, domain } = await buildConnected();
  const refused = async (email: string) =>
    (await signIn(app, provider, connection, email)).answer.body.facts.why;
  const clerk = await buildStaff(app, 'support');
  await app.app.pool.query(`update identity.people set email = $1 where id = $2`, [
    `clerk@${domain}`,
    clerk.id,
  ]);
  expect(await refused(know(`clerk@${domain}`))).toBe('staff');

  const shut = await buildPerson(app, { email: `shut@${domain}` });
  await app.app.pool.query(`update identity.people set disabled_at = now() where id = $1`, [shut.id]);
  expect(await refused(know(shut.email))).toBe('disabled');

  const left = know(`left@${domain}`);
  expect((await signIn(app, provider, connection, left)).answer.status).toBe(204);
  await app.app.pool.query(`update identity.people set email = 'left@home.example' where email = $1`, [left]);
  expect(await refused(left)).toBe('address_changed');
});

test('who may join, as what, and how groups of the provider become roles; never owner, and owners stay', async () => {
  const closed = await buildConnected({ joinsAs: null });
  expect(
    (await signIn(app, provider, closed.connection, know(`x@${closed.domain}`))).answer.body.facts.why,
  ).toBe('not_member');

  const mapped = await buildConnected({
    groupsClaim: 'groups',
    groupRoles: [
      { group: 'money', role: 'finance' },
      { group: 'servers', role: 'technical' },
    ],
  });
  const { id, domain, connection, owner, at } = mapped;
  const email = know(`maya@${domain}`, { groups: ['servers', 'money'] });
  expect(await roleOf((await signIn(app, provider, connection, email)).browser, id)).toBe('finance');
  know(email, { groups: ['servers'] });
  expect(await roleOf((await signIn(app, provider, connection, email)).browser, id)).toBe('technical');
  know(email, { groups: [] });
  expect(await roleOf((await signIn(app, provider, connection, email)).browser, id)).toBe('technical');

  const boss = await buildMember(app, mapped, 'owner');
  await app.app.pool.query(`update identity.people set email = $1 where id = $2`, [
    `boss@${domain}`,
    boss.id,
  ]);
  know(`boss@${domain}`, { groups: ['servers'] });
  expect(await roleOf((await signIn(app, provider, connection, `boss@${domain}`)).browser, id)).toBe('owner');

  const owning = { ...usual(provider.issuer), joinsAs: 'owner' };
  expect((await owner.put(at('/sso'), owning, { version: 3 })).status).toBe(400);
});

test('who is removed is forgotten, and what they came by ends', async () => {
  const { id, connection, domain, owner, at } = await buildConnected({ joinsAs: 'technical' });
  const { browser } = await signIn(app, provider, connection, know(`gone@${domain}`));
  const { person } = (await browser.get('/api/session')).body;
  expect((await owner.delete(at(`/members/${person.id}`))).status).toBe(204);
  await app.settle();
  expect((await browser.get('/api/session')).status).toBe(401);
  const { rows } = await app.app.pool.query('select subject from sso.identities where organization_id = $1', [
    id,
  ]);
  expect(rows).toEqual([]);
});
