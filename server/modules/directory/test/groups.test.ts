import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildPerson } from '../../../test/kit/people.ts';
import { buildConnected, oktaUser, operations } from './connected.ts';
import type { Member } from '../../organizations/contract.ts';
import type { Connected } from './connected.ts';

const app = await createTestApp();

async function team(of: Connected, names: readonly string[]) {
  const made = [];
  for (const name of names) {
    const { body } = await of.directory.post('/Users', oktaUser(`${name}@${of.domain}`));
    made.push({ id: body.id as string, email: body.userName as string });
  }
  return made;
}
const rolesIn = async ({ owner, at }: Connected) =>
  Object.fromEntries(
    (await owner.get(at('/members?limit=200'))).body.items.map((one: Member) => [
      one.email.split('@')[0],
      one.roleName ?? one.role,
    ]),
  );
const group = (displayName: string, ...members: { id: string }[]) => ({
  schemas: [
    'urn:ietf:params:scim:schemas:core:2.0:Group',
    'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
  ],
  externalId: `external-${displayName}`,
  displayName,
  meta: { resourceType: 'Group' },
  ...(members.length > 0 ? { members: members.map(({ id }) => ({ value: id })) } : {}),
});

test('a group gives the role it is mapped to; the first of several decides; without one it is the default', async () => {
  const here = await buildConnected(app);
  const { directory, owner, at } = here;
  const [ani, budi] = await team(here, ['ani', 'budi']);
  const finance = (await directory.post('/Groups', group('Finance', ani!, budi!))).body;
  const it = (await directory.post('/Groups', group('IT', budi!))).body;
  const all = (await directory.post('/Groups', group('Everybody', ani!, budi!))).body;
  expect(await rolesIn(here)).toMatchObject({ ani: 'member', budi: 'member' });

  const map = (groups: object[], byDefault = 'viewer') =>
    owner.put(at('/directory/roles'), { byDefault, groups });
  expect(
    (
      await map([
        { group: it.id, role: 'technical' },
        { group: finance.id, role: 'finance' },
        { group: all.id, role: null },
      ])
    ).status,
  ).toBe(204);
  expect(await rolesIn(here)).toMatchObject({ ani: 'finance', budi: 'technical' });
  await map([
    { group: finance.id, role: 'finance' },
    { group: it.id, role: 'technical' },
  ]);
  expect(await rolesIn(here)).toMatchObject({ ani: 'finance', budi: 'finance' });

  // Entra takes a member out by a filter in the path; Okta names members in the value.
  const out = operations({ op: 'Remove', path: `members[value eq "${budi!.id}"]` });
  expect((await directory.patch(`/Groups/${finance.id}`, out)).status).toBe(204);
  expect((await directory.patch(`/Groups/${finance.id}`, out)).status).toBe(204);
  expect(await rolesIn(here)).toMatchObject({ budi: 'technical' });
  await directory.patch(
    `/Groups/${it.id}`,
    operations({ op: 'Remove', path: 'members', value: [{ value: budi!.id }] }),
  );
  expect(await rolesIn(here)).toMatchObject({ ani: 'finance', budi: 'viewer' });
  await directory.patch(
    `/Groups/${it.id}`,
    operations({ op: 'Add', path: 'members', value: [{ value: budi!.id }, { value: ani!.id }] }),
  );
  expect(await rolesIn(here)).toMatchObject({ ani: 'finance', budi: 'technical' });
  expect((await directory.delete(`/Groups/${finance.id}`)).status).toBe(204);
  expect(await rolesIn(here)).toMatchObject({ ani: 'technical', budi: 'technical' });

  const [cici] = await team(here, ['cici']);
  expect(await rolesIn(here)).toMatchObject({ cici: 'viewer' });
  await directory.patch(
    `/Groups/${it.id}`,
    operations({ op: 'add', value: { members: [{ value: cici!.id }] } }),
  );
  expect(await rolesIn(here)).toMatchObject({ cici: 'technical' });
});

test('roles of the organization’s own; a deleted one leaves the default', async () => {
  const here = await buildConnected(app);
  const { directory, owner, at } = here;
  const [ani] = await team(here, ['ani']);
  const { body } = await directory.post('/Groups', group('Desk', ani!));
  const [role] = (await owner.post(at('/roles'), { name: 'Service desk', permissions: [] })).body.items;
  const groups = [{ group: body.id, role: role.id }];
  expect((await owner.put(at('/directory/roles'), { byDefault: 'viewer', groups })).status).toBe(204);
  expect(await rolesIn(here)).toMatchObject({ ani: 'Service desk' });
  expect((await owner.post(at(`/roles/${role.id}/delete`), { instead: 'finance' })).status).toBe(200);
  await app.settle();
  expect(await rolesIn(here)).toMatchObject({ ani: 'viewer' });
  expect((await owner.get(at('/directory'))).body.groups[0].role).toBeNull();
});

test('no group makes owners, and nobody gives what they do not hold', async () => {
  const here = await buildConnected(app);
  const { directory, owner, at } = here;
  const { body } = await directory.post('/Groups', group('Bosses'));
  const mapped = (role: string) => ({ byDefault: 'member', groups: [{ group: body.id, role }] });
  expect((await owner.put(at('/directory/roles'), mapped('owner'))).body.code).toBe('owner_only');
  expect(
    (await owner.put(at('/directory/roles'), mapped('0197a000-0000-7000-8000-00000000dead'))).body.code,
  ).toBe('unknown_role');
  const permissions = ['directory.settings.manage', 'services.service.read'];
  const [role] = (await owner.post(at('/roles'), { name: 'Connector', permissions })).body.items;
  const wati = await buildMember(app, here, 'member');
  await owner.patch(at(`/members/${wati.id}`), 1, { role: role.id });
  expect((await wati.put(at('/directory/roles'), mapped('finance'))).body.code).toBe('beyond_you');
  expect((await wati.get(at('/directory'))).status).toBe(200);
});

test('an owner in a mapped group stays owner; who was a member before keeps the role until a group says one', async () => {
  const here = await buildConnected(app);
  const { directory, owner, at } = here;
  await app.app.pool.query('update identity.people set email = $1 where id = $2', [
    `rina@${here.domain}`,
    owner.id,
  ]);
  const tono = await buildPerson(app, { email: `tono@${here.domain}` });
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'finance', $3)`,
    [here.id, tono.id, app.clock.now()],
  );
  const [rina, had] = await team(here, ['rina', 'tono']);
  expect(await rolesIn(here)).toMatchObject({ rina: 'owner', tono: 'finance' });
  const { body } = await directory.post('/Groups', group('IT', rina!, had!));
  await owner.put(at('/directory/roles'), { byDefault: 'viewer', groups: [] });
  expect(await rolesIn(here)).toMatchObject({ rina: 'owner', tono: 'finance' });
  await owner.put(at('/directory/roles'), {
    byDefault: 'viewer',
    groups: [{ group: body.id, role: 'technical' }],
  });
  expect(await rolesIn(here)).toMatchObject({ rina: 'owner', tono: 'technical' });
  await directory.delete(`/Groups/${body.id}`);
  expect(await rolesIn(here)).toMatchObject({ rina: 'owner', tono: 'viewer' });
});

test('Okta pushes a group: found by name, renamed without a path, its members replaced', async () => {
  const here = await buildConnected(app);
  const { directory } = here;
  const [ani, budi] = await team(here, ['ani', 'budi']);
  const { body } = await directory.post('/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: 'Support',
    members: [],
  });
  const byName = `/Groups?filter=${encodeURIComponent('displayName eq "support"')}`;
  expect((await directory.get(byName)).body).toMatchObject({ totalResults: 1, Resources: [{ id: body.id }] });
  await directory.patch(
    `/Groups/${body.id}`,
    operations({ op: 'replace', value: { id: body.id, displayName: 'Help desk' } }),
  );
  const set = (...members: { id: string }[]) =>
    operations({
      op: 'replace',
      path: 'members',
      value: members.map(({ id }) => ({ value: id, display: 'x' })),
    });
  await directory.patch(`/Groups/${body.id}`, set(ani!, budi!));
  const seen = await directory.get(`/Groups/${body.id}`);
  expect(seen.body.displayName).toBe('Help desk');
  expect(seen.body.members.map((one: { value: string }) => one.value)).toEqual([ani!.id, budi!.id]);
  expect((await directory.get(`/Groups/${body.id}?excludedAttributes=members`)).body).not.toHaveProperty(
    'members',
  );
  expect((await directory.get(`/Users/${ani!.id}`)).body.groups).toMatchObject([
    { value: body.id, display: 'Help desk' },
  ]);
  await directory.patch(`/Groups/${body.id}`, set(budi!));
  const of = `/Groups?filter=${encodeURIComponent(`members[value eq "${budi!.id}"]`)}&attributes=displayName`;
  expect((await directory.get(of)).body.Resources).toMatchObject([{ displayName: 'Help desk' }]);
  await directory.put(`/Groups/${body.id}`, { displayName: 'Help desk', members: [{ value: ani!.id }] });
  expect((await directory.get(`/Groups/${body.id}`)).body.members).toMatchObject([{ value: ani!.id }]);
  await directory.patch(`/Groups/${body.id}`, operations({ op: 'remove', path: 'members' }));
  expect((await directory.get(`/Groups/${body.id}`)).body).not.toHaveProperty('members');
  // The user goes, and with it the place in every group.
  await directory.patch(`/Groups/${body.id}`, set(ani!));
  await directory.delete(`/Users/${ani!.id}`);
  expect((await directory.get(`/Groups/${body.id}`)).body).not.toHaveProperty('members');
});

test('what is wrong with a group is said; nothing of such a request is done', async () => {
  const here = await buildConnected(app);
  const there = await buildConnected(app);
  const [ani] = await team(here, ['ani']);
  const [other] = await team(there, ['other']);
  const { body } = await here.directory.post('/Groups', group('One', ani!));
  await here.directory.post('/Groups', group('Two'));
  const patched = (...changes: object[]) =>
    here.directory.patch(`/Groups/${body.id}`, operations(...changes));
  const foreign = { op: 'add', path: 'members', value: [{ value: other!.id }] };
  expect(await patched({ op: 'replace', path: 'displayName', value: 'Three' }, foreign)).toMatchObject({
    status: 400,
    body: { scimType: 'invalidValue' },
  });
  expect((await here.directory.get(`/Groups/${body.id}`)).body.displayName).toBe('One');
  expect(await patched({ op: 'replace', path: 'displayName', value: 'two' })).toMatchObject({
    status: 409,
    body: { scimType: 'uniqueness' },
  });
  expect(await here.directory.post('/Groups', group('ONE'))).toMatchObject({ status: 409 });
  for (const [change, scimType] of [
    [{ op: 'copy', path: 'displayName' }, 'invalidSyntax'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'remove', path: 'displayName' }, 'invalidValue'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'shoeSize', value: 41 }, 'invalidPath'],
    [{ op: 'replace', path: 'members[', value: [] }, 'invalidPath'],
    [{ op: 'add', path: 'members', value: [{ value: 'nobody' }] }, 'invalidValue'],
    [{ op: 'add', path: 'members', value: [{ display: 'nobody' }] }, 'invalidValue'],
  ] as const)
    expect([change, await patched(change)]).toMatchObject([change, { status: 400, body: { scimType } }]);
});
