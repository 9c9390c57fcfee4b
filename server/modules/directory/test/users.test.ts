import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildPerson } from '../../../test/kit/people.ts';
import { signedIn } from '../../../test/kit/people.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { cookieName } from '../../../kernel/http/cookie.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { buildConnected, entraUser, oktaUser, operations } from './connected.ts';
import type { Connected } from './connected.ts';

const app = await createTestApp();
const here = await buildConnected(app, { name: 'Kopi Nusantara' });
const { directory, owner, at } = here;
let count = 0;
const address = (of: Connected = here) => `someone-${++count}@${of.domain}`;

const members = async (of: Connected = here) => (await of.owner.get(of.at('/members?limit=200'))).body.items;
const memberOf = async (email: string, of: Connected = here) =>
  (await members(of)).find((one: { email: string }) => one.email === email);
const factsAbout = async (user: string) => {
  const { rows } = await app.app.pool.query<{ name: string; actor_kind: string }>(
    `select name, actor_kind from kernel.events where data ->> 'userId' = $1 order by id`,
    [user],
  );
  return rows;
};
/** Somebody the directory made, signed in as single sign-on or a mailed link would. */
async function asPerson(email: string) {
  return app.ctx.transact(async (tx) => {
    const { id } = await tx.db
      .selectFrom('identity.people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const token = await signedIn(tx, id as Id<'person'>);
    return anonymous(app.app, `${cookieName(app.ctx.publicUrl)}=${token}`);
  });
}

test('Entra ID: a test of the connection, a user made, found, changed, switched off and on, and deleted', async () => {
  const probe = await directory.get('/Users?filter=userName+eq+%22b5bd1c4c-47b5-4f3a-a0b9-6d1b5a5d2a31%22');
  expect(probe).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } });

  const email = address();
  const made = await directory.post('/Users', entraUser(email));
  expect(made).toMatchObject({
    status: 201,
    body: {
      userName: email,
      active: true,
      displayName: 'Ani Wijaya',
      name: { formatted: 'Ani Wijaya', givenName: 'Ani', familyName: 'Wijaya' },
      emails: [{ value: email, type: 'work', primary: true }],
      meta: { resourceType: 'User', version: 'W/"1"' },
    },
  });
  expect(made.headers).toMatchObject({ location: made.body.meta.location, etag: 'W/"1"' });
  expect(made.body.meta.location).toBe(`${app.ctx.publicUrl.origin}${at(`/scim/v2/Users/${made.body.id}`)}`);
  expect(JSON.stringify(made.body)).not.toMatch(/title|phone|department|password/);
  expect(await memberOf(email)).toMatchObject({
    name: 'Ani Wijaya',
    role: 'member',
    managed: true,
    can: { changeRole: { no: 'managed_by_directory' }, remove: { no: 'managed_by_directory' } },
  });

  const found = await directory.get(
    `/Users?filter=${encodeURIComponent(`userName eq "${email.toUpperCase()}"`)}`,
  );
  expect(found.body).toMatchObject({ totalResults: 1, itemsPerPage: 1, Resources: [{ id: made.body.id }] });

  // Without flags Entra sends names of operations with a capital, truth as text, and one path each.
  const off = operations({ op: 'Replace', path: 'active', value: 'False' });
  const person = await asPerson(email);
  expect((await person.get(at('/members'))).status).toBe(200);
  expect(await directory.patch(`/Users/${made.body.id}`, off)).toMatchObject({
    status: 200,
    body: { active: false },
  });
  expect((await person.get(at('/members'))).status).toBe(404);
  expect((await person.get('/api/session')).body.person.email).toBe(email);
  expect(await memberOf(email)).toBeUndefined();
  const again = await directory.patch(`/Users/${made.body.id}`, off);
  expect(again.body.meta.version).toBe('W/"2"');

  const changed = await directory.patch(
    `/Users/${made.body.id}`,
    operations(
      { op: 'Add', path: 'name.familyName', value: 'Wijaya Kusuma' },
      { op: 'Replace', path: 'name.formatted', value: 'Ani Wijaya Kusuma' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: email },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+62 811' },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
        value: 'HR',
      },
      { op: 'Replace', path: 'active', value: 'True' },
    ),
  );
  expect(changed).toMatchObject({
    status: 200,
    body: { active: true, name: { familyName: 'Wijaya Kusuma' } },
  });
  expect(await memberOf(email)).toMatchObject({ name: 'Ani Wijaya Kusuma', managed: true });
  expect((await person.get(at('/members'))).status).toBe(200);

  expect((await directory.delete(`/Users/${made.body.id}`)).status).toBe(204);
  expect((await directory.delete(`/Users/${made.body.id}`)).status).toBe(404);
  expect((await directory.get(`/Users/${made.body.id}`)).body).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '404',
  });
  expect((await person.get(at('/members'))).status).toBe(404);
  expect((await person.get('/api/session')).status).toBe(200);
  expect((await directory.post('/Users', entraUser(email))).status).toBe(201);
  expect((await factsAbout(made.body.id)).map(({ name }) => name)).toEqual([
    'directory.user-added',
    'directory.user-deactivated',
    'directory.user-changed',
    'directory.user-activated',
    'directory.user-removed',
  ]);
  expect(new Set((await factsAbout(made.body.id)).map((one) => one.actor_kind))).toEqual(new Set(['key']));
});

test('Entra ID with SCIM flags: one operation, whose value has paths as keys', async () => {
  const email = address();
  const { body: made } = await directory.post('/Users', entraUser(email));
  const changed = await directory.patch(
    `/Users/${made.id}?aadOptscim062020`,
    operations({
      op: 'replace',
      value: {
        displayName: 'Ani',
        'name.givenName': 'Annisa',
        'name.formatted': 'Annisa Wijaya',
        'emails[type eq "work"].value': email,
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager': 'b2',
        active: true,
      },
    }),
  );
  expect(changed).toMatchObject({
    status: 200,
    body: { displayName: 'Ani', name: { givenName: 'Annisa', familyName: 'Wijaya' } },
  });
});

test('Okta: looks whether it is there, makes it, reads it, replaces it whole, switches it off without a path', async () => {
  const email = address();
  const asked = `/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}&startIndex=1&count=100`;
  expect((await directory.get(asked)).body).toMatchObject({
    totalResults: 0,
    startIndex: 1,
    itemsPerPage: 0,
  });
  const made = await directory.post('/Users', oktaUser(email));
  expect(made.status).toBe(201);
  expect((await directory.get(`/Users/${made.body.id}`)).body).toMatchObject({
    locale: 'en-US',
    active: true,
  });
  // Asked a second time, as after a timeout: refused with what the first one made, which Okta then finds.
  expect(await directory.post('/Users', oktaUser(email))).toMatchObject({
    status: 409,
    body: { scimType: 'uniqueness', status: '409' },
  });
  expect((await directory.get(asked)).body.Resources[0].id).toBe(made.body.id);

  const whole = { ...oktaUser(email), id: made.body.id, displayName: 'Budi S.', meta: made.body.meta };
  expect((await directory.put(`/Users/${made.body.id}`, whole)).body).toMatchObject({
    displayName: 'Budi S.',
  });
  const off = operations({ op: 'replace', value: { active: false } });
  expect((await directory.patch(`/Users/${made.body.id}`, off)).body.active).toBe(false);
  expect(await memberOf(email)).toBeUndefined();
  // A whole user that says nothing of it stays switched off.
  const { active: _, ...silent } = whole;
  expect((await directory.put(`/Users/${made.body.id}`, silent)).body.active).toBe(false);
  const on = operations({ op: 'replace', value: { id: made.body.id, active: true } });
  expect((await directory.patch(`/Users/${made.body.id}`, on)).body.active).toBe(true);
  expect(await memberOf(email)).toMatchObject({ managed: true });
  await app.settle();
  expect(app.ports.sent.some(({ to }) => to.address === email)).toBe(true);
});

test('only addresses of verified domains come in', async () => {
  const foreign = await buildConnected(app);
  for (const email of [
    'somebody@elsewhere.example',
    `somebody@${foreign.domain}`,
    `somebody@sub.${here.domain}`,
  ])
    expect(await directory.post('/Users', oktaUser(email))).toMatchObject({
      status: 400,
      body: { scimType: 'invalidValue', detail: expect.stringMatching(/verified domain/) },
    });
  const email = address();
  const { body } = await directory.post('/Users', oktaUser(email));
  const moved = operations({
    op: 'replace',
    path: 'emails[type eq "work"].value',
    value: 'a@elsewhere.example',
  });
  expect((await directory.patch(`/Users/${body.id}`, moved)).status).toBe(400);
  expect((await directory.get(`/Users/${body.id}`)).body.emails[0].value).toBe(email);
});

test('somebody who has an account joins with it and is told; their own words about themselves stay', async () => {
  const email = address();
  const nina = await buildPerson(app, { email, name: 'Nina', locale: 'en' });
  const made = await directory.post(
    '/Users',
    entraUser(email, { displayName: 'N. N.', name: { formatted: 'N. N.' } }),
  );
  expect(made.status).toBe(201);
  expect(made.body.id).not.toBe(nina.id);
  expect((await nina.get(at('/members'))).status).toBe(200);
  const { person } = (await nina.get('/api/session')).body;
  expect(person).toMatchObject({ name: 'Nina', locale: 'en' });
  await app.settle();
  const told = app.ports.sent.filter(({ to }) => to.address === email);
  expect(told.some(({ subject }) => subject.includes('Kopi Nusantara'))).toBe(true);
  // What the directory changes from now on, it changes here.
  await directory.patch(
    `/Users/${made.body.id}`,
    operations({ op: 'replace', path: 'name.formatted', value: 'Nina Rahayu' }),
  );
  expect((await nina.get('/api/session')).body.person).toMatchObject({ name: 'Nina Rahayu', locale: 'en' });
});

test('who was a member by hand keeps the role, becomes managed, and cannot be changed by hand any more', async () => {
  const email = address();
  const tono = await buildPerson(app, { email });
  const invited = await buildMember(app, here, 'technical');
  await app.app.pool.query('update organizations.members set person_id = $1 where person_id = $2', [
    tono.id,
    invited.id,
  ]);
  expect((await directory.post('/Users', oktaUser(email))).status).toBe(201);
  const member = await memberOf(email);
  expect(member).toMatchObject({ role: 'technical', managed: true });
  expect(
    (await owner.patch(at(`/members/${tono.id}`), member.version, { role: 'finance' })).body,
  ).toMatchObject({
    code: 'managed_by_directory',
  });
  expect((await owner.delete(at(`/members/${tono.id}`))).body).toMatchObject({
    code: 'managed_by_directory',
  });
});

test('the last owner stays, whatever the directory says; another one can go', async () => {
  const there = await buildConnected(app);
  const email = `owner@${there.domain}`;
  await app.app.pool.query('update identity.people set email = $1 where id = $2', [email, there.owner.id]);
  const { body } = await there.directory.post('/Users', oktaUser(email));
  expect(await memberOf(email, there)).toMatchObject({ role: 'owner', managed: true });
  const off = operations({ op: 'Replace', path: 'active', value: 'False' });
  for (const refused of [
    await there.directory.patch(`/Users/${body.id}`, off),
    await there.directory.delete(`/Users/${body.id}`),
  ])
    expect(refused).toMatchObject({
      status: 409,
      body: { status: '409', detail: expect.stringMatching(/only owner/) },
    });
  expect((await there.directory.get(`/Users/${body.id}`)).body.active).toBe(true);
  await buildMember(app, there, 'owner');
  expect((await there.directory.patch(`/Users/${body.id}`, off)).status).toBe(200);
  expect((await there.owner.get(there.at('/members'))).status).toBe(404);
});

test('a new address: the person moves, the old one is told and can take it back', async () => {
  const [from, to] = [address(), address()];
  const { body } = await directory.post('/Users', entraUser(from));
  const moved = await directory.patch(
    `/Users/${body.id}`,
    operations(
      { op: 'Replace', path: 'userName', value: to },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: to },
    ),
  );
  expect(moved.body).toMatchObject({ userName: to, emails: [{ value: to }] });
  expect(await memberOf(to)).toMatchObject({ managed: true });
  await app.settle();
  const mail = app.ports.sent.findLast((one) => one.to.address === from)!;
  expect(mail.text).toContain(to);
  const token = /#token=([\w-]+)/.exec(mail.text)![1];
  expect((await app.stranger.put('/api/email/undo', { token })).status).toBe(204);
  expect(await memberOf(from)).toMatchObject({ managed: true });

  const taken = await buildPerson(app, { email: address() });
  const refused = await directory.patch(
    `/Users/${body.id}`,
    operations({ op: 'replace', path: 'emails', value: [{ value: taken.email, primary: true }] }),
  );
  // The person chose the old address again, so theirs is not touched, and the record is the directory's own.
  expect(refused.status).toBe(200);
  expect(await memberOf(from)).toBeDefined();

  const { body: other } = await directory.post('/Users', oktaUser(address()));
  expect(
    await directory.patch(
      `/Users/${other.id}`,
      operations({ op: 'replace', path: 'emails[type eq "work"].value', value: owner.email }),
    ),
  ).toMatchObject({ status: 400 });
  const busy = await buildPerson(app, { email: address() });
  expect(
    await directory.patch(
      `/Users/${other.id}`,
      operations({ op: 'replace', path: 'emails[type eq "work"].value', value: busy.email }),
    ),
  ).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
});

test('If-Match refuses what was changed since, and is not asked for', async () => {
  const { body } = await directory.post('/Users', oktaUser(address()));
  const name = (value: string) => operations({ op: 'replace', path: 'displayName', value });
  const first = await directory.patch(`/Users/${body.id}`, name('One'), { 'if-match': 'W/"1"' });
  expect(first).toMatchObject({ status: 200, headers: { etag: 'W/"2"' } });
  expect(await directory.patch(`/Users/${body.id}`, name('Two'), { 'if-match': 'W/"1"' })).toMatchObject({
    status: 412,
    body: { status: '412' },
  });
  expect((await directory.delete(`/Users/${body.id}`, { 'if-match': 'W/"1"' })).status).toBe(412);
  expect((await directory.patch(`/Users/${body.id}`, name('Two'), { 'if-match': '*' })).status).toBe(200);
});

test('a user who was never active has no account; activity makes it', async () => {
  const email = address();
  const { body } = await directory.post('/Users', entraUser(email, { active: 'False' }));
  expect(body.active).toBe(false);
  const people = async () =>
    (await app.app.pool.query('select 1 from identity.people where email = $1', [email])).rowCount;
  expect(await people()).toBe(0);
  await directory.patch(`/Users/${body.id}`, operations({ op: 'replace', value: { active: 'TRUE' } }));
  expect(await people()).toBe(1);
  expect(await memberOf(email)).toMatchObject({ managed: true });
});

test('attributes chosen and left out', async () => {
  const email = address();
  const { body } = await directory.post('/Users', oktaUser(email));
  const only = await directory.get(`/Users/${body.id}?attributes=userName,name.givenName`);
  expect(only.body).toEqual({
    schemas: body.schemas,
    id: body.id,
    userName: email,
    name: { givenName: 'Budi' },
  });
  const less = await directory.get(`/Users/${body.id}?excludedAttributes=emails,NAME.familyName,id`);
  expect(less.body).toMatchObject({ id: body.id, name: { givenName: 'Budi' } });
  expect(less.body).not.toHaveProperty('emails');
  expect(less.body.name).not.toHaveProperty('familyName');
});
