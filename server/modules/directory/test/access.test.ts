import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember } from '../../../test/kit/people.ts';
import { buildConnected, directoryOf, entraUser, makeToken, oktaUser, operations } from './connected.ts';

const app = await createTestApp();
const here = await buildConnected(app, { name: 'Here' });
const there = await buildConnected(app, { name: 'There' });
const { directory, owner, at } = here;

const scimError = (status: number) => ({
  status,
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    detail: expect.any(String),
  },
});

test('strangers, mistyped, revoked, expired and too narrow tokens stay out, and are told as SCIM tells it', async () => {
  for (const token of ['', 'nonsense', here.token.slice(0, -1) + 'x', `ca_${'0'.repeat(72)}`]) {
    const refused = await directoryOf(app, here, token).get('/Users');
    expect([token, refused]).toMatchObject([token, scimError(401)]);
    expect(refused.headers['www-authenticate']).toBe('Bearer');
  }
  const narrow = await makeToken(here, { permissions: ['services.service.read'] });
  expect(await directoryOf(app, here, narrow).get('/Users')).toMatchObject(scimError(404));
  const elsewhere = await makeToken(here, { networks: ['198.51.100.0/24'] });
  expect(await directoryOf(app, here, elsewhere).get('/Users')).toMatchObject(scimError(403));

  const name = `Old ${randomUUID()}`;
  const old = directoryOf(app, here, await makeToken(here, { name }));
  expect((await old.get('/Users')).status).toBe(200);
  const { items } = (await owner.get(at('/keys'))).body;
  const { id } = items.find((one: { name: string }) => one.name === name);
  expect((await owner.delete(at(`/keys/${id}`))).status).toBe(204);
  expect(await old.get('/Users')).toMatchObject(scimError(401));
  // Two at once, so that one can take the place of the other.
  expect((await directory.get('/Users')).status).toBe(200);
});

test('a token ends by itself', async () => {
  const short = directoryOf(app, here, await makeToken(here, { days: 1 }));
  expect((await short.get('/ServiceProviderConfig')).status).toBe(200);
  await app.clock.advance({ hours: 25 });
  expect(await short.get('/ServiceProviderConfig')).toMatchObject(scimError(401));
});

test('a directory sees and changes nothing of another organization, nor one below or above', async () => {
  const child = await buildConnected(app, { name: 'Child', parent: here.id });
  const { body: theirs } = await there.directory.post('/Users', oktaUser(`a@${there.domain}`));
  const { body: below } = await child.directory.post('/Users', oktaUser(`a@${child.domain}`));
  const { body: group } = await there.directory.post('/Groups', { displayName: 'Theirs' });
  for (const [of, id] of [
    [there, theirs.id],
    [child, below.id],
  ] as const) {
    expect(await directoryOf(app, of, here.token).get('/Users')).toMatchObject(scimError(404));
    expect(await directory.get(`/Users/${id}`)).toMatchObject(scimError(404));
    expect(
      await directory.patch(`/Users/${id}`, operations({ op: 'replace', value: { active: false } })),
    ).toMatchObject(scimError(404));
    expect(await directory.put(`/Users/${id}`, oktaUser(`x@${here.domain}`))).toMatchObject(scimError(404));
    expect(await directory.delete(`/Users/${id}`)).toMatchObject(scimError(404));
    const found = await directory.get(`/Users?filter=${encodeURIComponent(`id eq "${id}"`)}`);
    expect(found.body.totalResults).toBe(0);
    expect((await of.directory.get(`/Users/${id}`)).body.active).toBe(true);
  }
  expect(
    await directory.patch(`/Groups/${group.id}`, operations({ op: 'remove', path: 'members' })),
  ).toMatchObject(scimError(404));
  expect(await child.directory.get('/Users?filter=userName+pr')).toMatchObject({ body: { totalResults: 1 } });
});

test('the same person in two organizations: one directory ends only its own membership', async () => {
  const email = `both@${here.domain}`;
  const { body } = await directory.post('/Users', entraUser(email));
  const { rows } = await app.app.pool.query('select id from identity.people where email = $1', [email]);
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'member', $3)`,
    [there.id, rows[0].id, app.clock.now()],
  );
  await directory.delete(`/Users/${body.id}`);
  const left = (await there.owner.get(there.at('/members'))).body.items;
  expect(left.some((one: { email: string }) => one.email === email)).toBe(true);
});

test('malformed requests are refused, and say why', async () => {
  const { body } = await directory.post('/Users', oktaUser(`malformed@${here.domain}`));
  const cases: [Promise<unknown>, number, string | undefined][] = [
    [directory.post('/Users', '{'), 400, 'invalidValue'],
    [directory.post('/Users', []), 400, 'invalidValue'],
    [directory.post('/Users', { active: true }), 400, 'invalidValue'],
    [directory.post('/Users', { userName: 'ani' }), 400, 'invalidValue'],
    [directory.post('/Users', { userName: 5 }), 400, 'invalidValue'],
    [directory.post('/Users', { userName: `x\u0000@${here.domain}` }), 400, 'invalidValue'],
    [directory.post('/Users', oktaUser(`y@${here.domain}`, { active: 'perhaps' })), 400, 'invalidValue'],
    [directory.post('/Users', oktaUser(`${'x'.repeat(300)}@${here.domain}`)), 400, 'invalidValue'],
    [directory.patch(`/Users/${body.id}`, {}), 400, 'invalidSyntax'],
    [directory.patch(`/Users/${body.id}`, operations()), 400, 'invalidSyntax'],
    [
      directory.patch(`/Users/${body.id}`, operations({ op: 'replace', path: 5, value: 1 })),
      400,
      'invalidPath',
    ],
    [directory.patch(`/Users/${body.id}`, operations({ op: 'replace', value: 'x' })), 400, 'invalidValue'],
    [
      directory.patch(`/Users/${body.id}`, operations({ op: 'replace', path: 'meta.created', value: 1 })),
      400,
      'mutability',
    ],
    [directory.patch(`/Users/${body.id}`, {}, { 'if-match': 'x' }), 400, 'invalidValue'],
    [directory.post('/Users', '<a/>', { 'content-type': 'application/xml' }), 415, undefined],
    [directory.get('/Users/not-an-id'), 404, undefined],
    [directory.get('/Schemas/nothing'), 404, undefined],
  ];
  for (const [asked, status, scimType] of cases) {
    const answer = (await asked) as { body: { scimType?: string } };
    expect(answer).toMatchObject(scimError(status));
    expect(answer.body.scimType).toBe(scimType);
  }
  expect(
    (await directory.post('/Users', oktaUser(`json@${here.domain}`), { 'content-type': 'application/json' }))
      .status,
  ).toBe(201);
});

test('what is spoken is described', async () => {
  const config = await directory.get('/ServiceProviderConfig');
  expect(config.body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    filter: { supported: true, maxResults: 200 },
    authenticationSchemes: [{ type: 'oauthbearertoken' }],
  });
  const types = await directory.get('/ResourceTypes');
  expect(types.body.Resources.map((one: { id: string }) => one.id)).toEqual(['User', 'Group']);
  expect((await directory.get('/ResourceTypes/User')).body).toMatchObject({ endpoint: '/Users' });
  const schemas = await directory.get('/Schemas');
  expect(schemas.body.totalResults).toBe(2);
  for (const { id, attributes } of schemas.body.Resources) {
    expect((await directory.get(`/Schemas/${id}`)).body.attributes).toEqual(attributes);
    for (const one of attributes)
      expect(one).toMatchObject({ name: expect.any(String), mutability: expect.any(String) });
  }
});

test('the page: address, groups, what was asked and refused; the owner alone, and hands it back', async () => {
  const own = await buildConnected(app, { name: 'Own' });
  const { body: user } = await own.directory.post('/Users', oktaUser(`a@${own.domain}`));
  await own.directory.post('/Users', oktaUser('b@elsewhere.example'));
  await own.directory.post('/Groups', { displayName: 'IT', members: [{ value: user.id }] });
  await own.directory.patch(`/Users/${user.id}`, operations({ op: 'replace', path: 'x', value: 1 }));
  const page = await own.owner.get(own.at('/directory'));
  expect(page.body).toMatchObject({
    address: `${app.ctx.publicUrl.origin}${own.at('/scim/v2')}`,
    domains: [own.domain],
    users: { active: 1, all: 1 },
    byDefault: 'member',
    groups: [{ name: 'IT', members: 1, role: null }],
    requests: [
      {
        method: 'PATCH',
        about: 'user',
        name: `a@${own.domain}`,
        status: 400,
        key: expect.stringMatching(/^Directory/),
      },
      { method: 'POST', about: 'group', name: 'IT', status: 201, detail: null },
      {
        method: 'POST',
        about: 'user',
        name: 'b@elsewhere.example',
        status: 400,
        detail: expect.stringMatching(/verified/),
      },
      { method: 'POST', about: 'user', name: `a@${own.domain}`, status: 201, detail: null },
    ],
  });
  const finance = await buildMember(app, own, 'finance');
  expect((await finance.get(own.at('/directory'))).status).toBe(404);
  expect((await finance.post(own.at('/directory/disconnect'))).status).toBe(404);

  await app.clock.advance({ days: 31 });
  await app.sweep('directory.forget-requests');
  const { rows } = await app.app.pool.query('select 1 from directory.requests where organization_id = $1', [
    own.id,
  ]);
  expect(rows).toEqual([]);
});

test('an owner ends the connection; its members are in their hands again', async () => {
  const own = await buildConnected(app, { name: 'Leaving' });
  await own.directory.post('/Users', oktaUser(`a@${own.domain}`));
  expect((await own.owner.post(own.at('/directory/disconnect'))).status).toBe(204);
  expect((await own.directory.get('/Users')).status).toBe(401);
  const { items } = (await own.owner.get(own.at('/members'))).body;
  const member = items.find((one: { email: string }) => one.email === `a@${own.domain}`);
  expect(member).toMatchObject({ managed: false, can: { remove: true } });
  expect((await own.owner.delete(own.at(`/members/${member.id}`))).status).toBe(204);
});

test('what a directory does is in the activity, by the name of its key', async () => {
  const own = await buildConnected(app);
  await own.directory.post('/Users', oktaUser(`a@${own.domain}`));
  await app.settle();
  const { items } = (await own.owner.get(own.at('/activity'))).body;
  for (const name of ['directory.user-added', 'organizations.member-joined'])
    expect(items.find((one: { name: string }) => one.name === name)).toMatchObject({
      actor: { kind: 'key', name: expect.stringMatching(/^Directory/) },
    });
});
