import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { usual } from './connect.ts';
import {
  answerWith,
  atProvider,
  buildSaml,
  comeBySaml,
  issuer,
  mail,
  signed,
  usualSaml,
} from './saml-connect.ts';
import { makeKey } from './saml-provider.ts';
import type { Saying } from './saml-provider.ts';

const app = await createTestApp(new Date());
const key = makeKey();
const next = makeKey();

test('somebody new signs in by SAML, has an account and is a member; the request says what we want', async () => {
  const acme = await buildSaml(app, key);
  const there = await atProvider(app, 'budi', acme.domain);
  expect(there.url.origin + there.url.pathname).toBe('https://idp.example/sso');
  expect(there.url.searchParams.get('realm')).toBe('acme');
  expect(there.state.length).toBeLessThanOrEqual(80);
  expect(there.request).toMatchObject({ recipient: acme.ours.redirectUri, issuer: acme.ours.metadataUri });
  const answer = await answerWith(app, acme.connection, there, signed(there.right, key));
  expect(answer.status, answer.text).toBe(204);
  const { person, organizations } = (await there.browser.get('/api/session')).body;
  expect(person).toMatchObject({ email: there.email, name: 'Budi Santoso' });
  expect(organizations).toMatchObject([{ id: acme.id, role: 'member' }]);

  // Known by the name ID from then on, whatever the address says.
  const again = await comeBySaml(app, acme, 'budi', key, { attributes: { [mail]: `baru@${acme.domain}` } });
  expect((await again.browser.get('/api/session')).body.person).toMatchObject({
    id: person.id,
    email: there.email,
  });
  const { rows } = await app.app.pool.query(
    `select methods, came_by is not null as came from identity.sessions where person_id = $1`,
    [person.id],
  );
  expect(rows).toEqual(Array(2).fill({ methods: ['single_sign_on'], came: true }));
});

test('the address may be the name ID; of several or none nothing is taken', async () => {
  const acme = await buildSaml(app, key, { mailAttribute: null });
  const own = await comeBySaml(app, acme, 'ani', key, { nameId: `Ani@${acme.domain}`, attributes: {} });
  expect((await own.browser.get('/api/session')).body.person).toMatchObject({
    email: own.email,
    name: 'ani',
  });
  const other = await buildSaml(app, key);
  const several = { [mail]: [`a@${other.domain}`, `b@${other.domain}`] };
  const none: Saying['attributes'][] = [{}, several, { [mail]: `a b@${other.domain}` }];
  for (const attributes of none)
    expect((await comeBySaml(app, other, 'ani', key, { attributes })).answer.body.facts.why).toBe(
      'mail_missing',
    );
});

test('groups become roles', async () => {
  const acme = await buildSaml(app, key, {
    groupsClaim: 'groups',
    groupRoles: [{ group: 'money', role: 'finance' }],
  });
  const roles = async (groups: string[]) => {
    const there = await atProvider(app, 'maya', acme.domain);
    const saying = { ...there.right, attributes: { ...there.right.attributes, groups } };
    await answerWith(app, acme.connection, there, signed(saying, key));
    return (await there.browser.get('/api/session')).body.organizations[0].role;
  };
  expect(await roles(['servers'])).toBe('member');
  expect(await roles(['servers', 'money'])).toBe('finance');
});

test('whom a provider by SAML means is held to the same rules: members or who may join, never staff, never owners', async () => {
  const acme = await buildSaml(app, key, { joinsAs: null });
  const why = async (name: string) => (await comeBySaml(app, acme, name, key)).answer.body.facts?.why;
  expect(await why('stranger')).toBe('not_member');
  const clerk = await buildStaff(app, 'support');
  const moved = [`staff@${acme.domain}`, clerk.id];
  await app.app.pool.query('update identity.people set email = $1 where id = $2', moved);
  expect(await why('staff')).toBe('staff');
  const save = (over: object) =>
    acme.owner.put(acme.at('/sso'), { ...usualSaml(key), ...over }, { version: 2 });
  expect((await save({ joinsAs: 'owner' })).status).toBe(400);
  expect((await save({ groupRoles: [{ group: 'all', role: 'owner' }] })).status).toBe(400);
});

test('the provider’s word for a second step counts where the organization says so, as a class or as a method', async () => {
  const refeds = 'https://refeds.org/profile/mfa';
  const method = 'http://schemas.microsoft.com/claims/multipleauthn';
  const acme = await buildSaml(app, key, { secondStepValues: [refeds, method] });
  const methodsOf = async (name: string, over: Partial<Saying>) => {
    const there = await atProvider(app, name, acme.domain);
    const attributes = { ...there.right.attributes, ...over.attributes };
    const saying = { ...there.right, ...over, attributes };
    expect((await answerWith(app, acme.connection, there, signed(saying, key))).status).toBe(204);
    const { rows } = await app.app.pool.query(
      `select s.methods from identity.sessions s join identity.people p on p.id = s.person_id where p.email = $1`,
      [there.email],
    );
    return rows[0].methods;
  };
  expect(await methodsOf('a', {})).toEqual(['single_sign_on']);
  expect(await methodsOf('b', { context: refeds })).toEqual(['single_sign_on', 'provider_step']);
  const told = { 'http://schemas.microsoft.com/claims/authnmethodsreferences': ['password', method] };
  expect(await methodsOf('c', { attributes: told })).toEqual(['single_sign_on', 'provider_step']);
});

test('a session ends when the connection’s hours are over, or before, when the provider’s does', async () => {
  const acme = await buildSaml(app, key, { sessionHours: 2 });
  const inAnHour = new Date(app.clock.now().getTime() + 3_600_000);
  const long = await comeBySaml(app, acme, 'budi', key);
  const short = await comeBySaml(app, acme, 'siti', key, { sessionEnds: inAnHour });
  await app.clock.advance({ minutes: 59 });
  expect((await short.browser.get('/api/session')).status).toBe(200);
  await app.clock.advance({ minutes: 2 });
  expect((await short.browser.get('/api/session')).status).toBe(401);
  expect((await long.browser.get('/api/session')).status).toBe(200);
  await app.clock.advance({ hours: 1 });
  expect((await long.browser.get('/api/session')).status).toBe(401);
});

test('one certificate takes over from the other without a gap, and another provider has to show that it works', async () => {
  const acme = await buildSaml(app, key);
  const { owner, at } = acme;
  expect((await comeBySaml(app, acme, 'budi', key)).answer.status).toBe(204);
  expect((await owner.put(at('/sso/mode'), { mode: 'required' })).status).toBe(204);
  const version = async () => (await owner.get(at('/sso'))).body.version as number;
  const save = async (over: object) =>
    (await owner.put(at('/sso'), { ...usualSaml(key), ...over }, { version: await version() })).body;
  const both = await save({ certificates: [key.certificate, next.certificate] });
  expect([both.connection.mode, both.connection.certificates.length]).toEqual(['required', 2]);
  for (const one of [key, next]) expect((await comeBySaml(app, acme, 'budi', one)).answer.status).toBe(204);
  expect((await save({ certificates: [next.certificate] })).connection.mode).toBe('required');
  expect((await comeBySaml(app, acme, 'budi', key)).answer.body.facts.why).toBe('signature');
  expect((await save({ certificates: [key.certificate] })).connection).toMatchObject({
    mode: 'offered',
    workedAt: null,
  });
});

test('certificates that are none, weak or too many are refused, and so is a provider nobody vouches for', async () => {
  const { owner, at } = await buildSaml(app, key);
  const put = async (over: object) =>
    (await owner.put(at('/sso'), { ...usualSaml(key), ...over }, { version: 2 })).status;
  expect(await put({ certificates: [] })).toBe(400);
  expect(await put({ certificates: ['hello'] })).toBe(400);
  expect(await put({ certificates: [makeKey(1024).certificate] })).toBe(400);
  expect(await put({ certificates: [key.key] })).toBe(400);
  expect(await put({ certificates: [key, next, key].map(({ certificate }) => certificate) })).toBe(400);
  expect(await put({ trustsUnsaidMail: false })).toBe(400);
  expect(await put({ signInUrl: 'javascript:alert(1)' })).toBe(400);
  expect(await put({ certificates: [key.certificate.replace(/-----.*-----/g, '').trim()] })).toBe(200);
});

test('our metadata says who we are and where answers go, before anything is saved and ever after', async () => {
  const { owner, at } = await buildOrganization(app);
  const { connection: none, ours } = (await owner.get(at('/sso'))).body;
  expect(none).toBeNull();
  const { pathname } = new URL(ours.metadataUri);
  const read = await app.stranger.get(pathname);
  expect(read.status).toBe(200);
  expect(read.headers['content-type']).toMatch(/^application\/samlmetadata\+xml/);
  expect(read.text).toContain(`entityID="${ours.metadataUri}"`);
  expect(read.text).toContain(`Location="${ours.redirectUri}"`);
  expect(read.text).toContain('WantAssertionsSigned="true"');
  expect((await app.stranger.get(pathname)).text).toBe(read.text);
  const saved = await owner.put(at('/sso'), usualSaml(key), { version: 0 });
  expect(saved.body.ours).toEqual(ours);
  await owner.post(at('/sso/remove'));
  expect((await owner.get(at('/sso'))).body.ours).toEqual(ours);
});

test('what was begun by SAML is over when the connection is by OpenID Connect meanwhile', async () => {
  const acme = await buildSaml(app, key);
  const there = await atProvider(app, 'budi', acme.domain);
  await acme.owner.put(acme.at('/sso'), usual('https://login.example.com'), { version: 2 });
  expect((await answerWith(app, acme.connection, there, signed(there.right, key))).body.code).toBe(
    'sso_over',
  );
});

test('a provider’s metadata is read, with its comments and without what could do harm', async () => {
  const { owner, at } = await buildSaml(app, key);
  const bare = (pem: string) => pem.replace(/-----.*-----/g, '').replace(/\s/g, '');
  const descriptor = (inside: string, more = '') =>
    `<?xml version="1.0"?>\n<!-- made by hand --><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${issuer}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inside}</IDPSSODescriptor>${more}</EntityDescriptor>`;
  const keyOf = (use: string, text: string) =>
    `<KeyDescriptor${use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${text}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`;
  const service = (binding: string) =>
    `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${binding}" Location="https://idp.example/${binding}"/>`;
  const keys =
    keyOf(' use="signing"', bare(key.certificate)) +
    keyOf('', bare(next.certificate)) +
    keyOf(' use="encryption"', 'x');
  const read = async (xml: string) => (await owner.post(at('/sso/metadata'), { xml })).body;
  const good = await read(descriptor(keys + service('POST') + service('Redirect')));
  expect(good).toMatchObject({ issuer, signInUrl: 'https://idp.example/Redirect' });
  expect(good.certificates).toHaveLength(2);
  const saved = await owner.put(at('/sso'), { ...usualSaml(), ...good }, { version: 2 });
  expect(saved.status, saved.text).toBe(200);

  const why = async (xml: string) => (await read(xml)).facts?.why;
  expect(await why('hello')).toBe('xml');
  expect(await why(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${descriptor(keys)}`)).toBe('xml');
  expect(await why('<a/>')).toBe('provider');
  expect(await why(descriptor(keys + service('POST')))).toBe('address');
  expect(await why(descriptor(keyOf('', bare(makeKey(1024).certificate)) + service('Redirect')))).toBe(
    'certificate',
  );
});

test('the check says how long certificates hold', async () => {
  const { owner, at } = await buildSaml(app, key);
  const { checks } = (await owner.post(at('/sso/check'))).body;
  expect(checks).toMatchObject([
    { what: 'https', outcome: 'good' },
    {
      what: 'certificate',
      outcome: 'good',
      detail: expect.stringMatching(/^SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}, \d{4}-/),
    },
  ]);
});

test('the sweep forgets assertions when they could not be used any more', async () => {
  const acme = await buildSaml(app, key);
  await comeBySaml(app, acme, 'budi', key);
  const count = async () =>
    Number(
      (
        await app.app.pool.query('select count(*) from sso.used_tokens where connection_id = $1', [
          acme.connection,
        ])
      ).rows[0].count,
    );
  expect(await count()).toBe(1);
  await app.clock.advance({ minutes: 6 });
  await app.sweep('sso.forget-sign-ins');
  expect(await count()).toBe(1);
  await app.clock.advance({ minutes: 2 });
  await app.sweep('sso.forget-sign-ins');
  expect(await count()).toBe(0);
});
