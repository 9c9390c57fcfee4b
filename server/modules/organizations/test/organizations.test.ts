import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson } from '../../../test/kit/people.ts';

const app = await createTestApp();

test('a person creates an organization and is its owner', async () => {
  const ani = await buildPerson(app);
  const made = await ani.post('/api/organizations', { name: 'PT Maju Jaya', country: 'ID', currency: 'IDR' });
  expect(made).toMatchObject({
    status: 201,
    body: { slug: 'pt-maju-jaya', billingEmail: ani.email, version: 1 },
  });
  const session = await ani.get('/api/session');
  expect(session.body.organizations).toMatchObject([{ slug: 'pt-maju-jaya', role: 'owner' }]);
  const second = await ani.post('/api/organizations', {
    name: 'PT Maju Jaya!',
    country: 'ID',
    currency: 'IDR',
  });
  expect(second.body.slug).toBe('pt-maju-jaya-2');
});

test('a double click creates one organization', async () => {
  const ani = await buildPerson(app);
  const body = { name: 'Sekali', country: 'ID', currency: 'IDR' };
  const answers = await Promise.all(
    [1, 2].map(() => ani.post('/api/organizations', body, { key: 'the-same-key-0001' })),
  );
  const again = await ani.post('/api/organizations', body, { key: 'the-same-key-0001' });
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
  expect((await ani.get('/api/session')).body.organizations).toHaveLength(1);
});

test('an invitation joins the invited address, once', async () => {
  const { owner, at, slug } = await buildOrganization(app);
  const sari = await buildPerson(app, { email: 'sari@example.com' });
  const stranger = await buildPerson(app);
  expect((await owner.post(at('/invitations'), { email: 'Sari@example.com', role: 'finance' })).status).toBe(
    201,
  );
  expect(
    (await owner.post(at('/invitations'), { email: 'sari@example.com', role: 'finance' })).body.code,
  ).toBe('already_invited');
  await app.settle();
  const mail = app.ports.sent.findLast(({ to }) => to.address === 'sari@example.com')!;
  const token = /#token=([\w-]+)/.exec(mail.text)![1];
  expect((await stranger.post('/api/invitations/accept', { token })).body.code).toBe(
    'invitation_for_another',
  );
  expect((await sari.post('/api/invitations/accept', { token })).body).toMatchObject({
    slug,
    role: 'finance',
  });
  expect((await sari.post('/api/invitations/accept', { token })).body.code).toBe('invitation_closed');
  expect((await sari.get(at('/members'))).body.items).toHaveLength(2);
});

test('an invitation expires, and does not stand in the way of a new one', async () => {
  const { owner, at } = await buildOrganization(app);
  await owner.post(at('/invitations'), { email: 'late@example.com', role: 'member' });
  await app.settle();
  const token = /#token=([\w-]+)/.exec(
    app.ports.sent.findLast(({ to }) => to.address === 'late@example.com')!.text,
  )![1];
  await app.clock.advance({ days: 8 });
  const late = await buildPerson(app, { email: 'late@example.com' });
  expect((await late.post('/api/invitations/accept', { token })).body.code).toBe('invitation_closed');
  expect((await owner.post(at('/invitations'), { email: 'late@example.com', role: 'member' })).status).toBe(
    201,
  );
});

test('who leaves takes along the invitations that nobody has answered yet', async () => {
  const { owner, at, id } = await buildOrganization(app);
  const other = await buildMember(app, { id }, 'owner');
  await other.post(at('/invitations'), { email: 'backdoor@example.com', role: 'owner' });
  await owner.post(at('/invitations'), { email: 'kept@example.com', role: 'member' });
  await app.settle();
  const token = /#token=([\w-]+)/.exec(
    app.ports.sent.findLast(({ to }) => to.address === 'backdoor@example.com')!.text,
  )![1];
  expect((await owner.delete(at(`/members/${other.id}`))).status).toBe(204);
  const invited = await buildPerson(app, { email: 'backdoor@example.com' });
  expect((await invited.post('/api/invitations/accept', { token })).body.code).toBe('invitation_closed');
  const open = (await owner.get(at('/invitations'))).body.items;
  expect(open.map(({ email }: { email: string }) => email)).toEqual(['kept@example.com']);
});

test('roles are changed and members removed by an owner; the last owner stays', async () => {
  const organization = await buildOrganization(app);
  const { owner, at } = organization;
  const dimas = await buildMember(app, organization, 'technical');
  expect((await dimas.patch(at(`/members/${dimas.id}`), 1, { role: 'owner' })).status).toBe(404);
  expect((await owner.patch(at(`/members/${owner.id}`), 1, { role: 'member' })).body.code).toBe('last_owner');
  expect((await owner.patch(at(`/members/${dimas.id}`), 1, { role: 'owner' })).status).toBe(204);
  const leave = await Promise.all([
    owner.delete(at(`/members/${owner.id}`)),
    dimas.delete(at(`/members/${dimas.id}`)),
  ]);
  expect(leave.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
});

test('an edit says which version was seen', async () => {
  const { owner, at } = await buildOrganization(app);
  expect((await owner.patch(at(''), 1, { taxId: '01.234' })).headers.etag).toBe('"2"');
  expect((await owner.patch(at(''), 1, { taxId: '99' })).status).toBe(412);
});
