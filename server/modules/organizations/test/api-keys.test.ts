import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { keyToken } from '../domain/key-token.ts';
import { keysOf } from './keys.ts';

const app = await createTestApp();
const ours = await buildOrganization(app, { name: 'Ours' });
const foreign = await buildOrganization(app, { name: 'Foreign' });
const child = await buildOrganization(app, { name: 'Child', parent: ours.id });
const technical = await buildMember(app, ours, 'technical');

const { send, makeIn } = keysOf(app);
const make = (over: object = {}, by = ours.owner) => makeIn(ours, over, by);
const services = ours.at('/services');

test('a key opens what was chosen for it, in its own organization and nowhere else', async () => {
  const token = await make();
  expect(token).toMatch(/^ca_[0-9a-f]{72}$/);
  expect(await send(token, services)).toMatchObject({ status: 200 });
  expect(await send(token, ours.at('/invoices'))).toMatchObject({ status: 404 });
  expect(await send(token, foreign.at('/services'))).toMatchObject({ status: 404 });
  expect(await send(token, child.at('/services'))).toMatchObject({ status: 404 });
  expect((await send(token, services)).headers['set-cookie']).toBeUndefined();
});

test('what is no key, or none anymore, is answered like nobody', async () => {
  const token = await make({ days: 1 });
  const last = token.at(-1) === '0' ? '1' : '0';
  for (const wrong of [
    null,
    '',
    'x',
    token.slice(0, -1) + last,
    token.toUpperCase(),
    keyToken(Buffer.alloc(32, 7)),
  ])
    expect(await send(wrong, services)).toMatchObject({ status: 401, code: 'not_signed_in' });
  expect(await send(token, services)).toMatchObject({ status: 200 });
  await app.clock.advance({ days: 1 });
  expect(await send(token, services)).toMatchObject({ status: 401 });
});

test('a cookie beside a key is not looked at, whether the key is good or not', async () => {
  const headers = { cookie: ours.owner.cookie! };
  const token = await make();
  expect(await send(token, ours.at('/invoices'), { headers })).toMatchObject({ status: 404 });
  expect(await send('x', services, { headers })).toMatchObject({ status: 401 });
});

test('a revoked key opens nothing from the next request on', async () => {
  const token = await make({ name: 'Short lived' });
  const { body } = await ours.owner.get(ours.at('/keys'));
  const { id } = body.items.find(({ name }: { name: string }) => name === 'Short lived');
  expect((await foreign.owner.delete(foreign.at(`/keys/${id}`))).status).toBe(404);
  expect((await ours.owner.delete(ours.at(`/keys/${id}`))).status).toBe(204);
  expect(await send(token, services)).toMatchObject({ status: 401 });
  expect((await ours.owner.delete(ours.at(`/keys/${id}`))).status).toBe(404);
});

test('a key never does what asks for a person', async () => {
  const { body } = await ours.owner.get(ours.at('/keys'));
  const given = body.permissions.filter(({ personal }: { personal: boolean }) => !personal);
  const token = await make({ permissions: given.map(({ name }: { name: string }) => name) });
  const refused = { status: 403, code: 'not_for_keys' };
  const id = randomUUID();
  for (const [method, url] of [
    ['GET', '/api/session'],
    ['PUT', '/api/session/proof'],
    ['GET', '/api/me/sessions'],
    ['PUT', '/api/me/password'],
    ['GET', '/api/console/clients'],
    ['GET', ours.at('/keys')],
    ['POST', ours.at('/keys')],
    ['DELETE', ours.at(`/keys/${id}`)],
    ['POST', ours.at('/ownership')],
    ['POST', ours.at('/invitations')],
    ['POST', ours.at(`/services/${id}/cancel`)],
    ['POST', ours.at('/payment-methods')],
  ] as const)
    expect([url, await send(token, url, { method })]).toMatchObject([url, refused]);
});

test('an allow list binds it to networks', async () => {
  const token = await make({ networks: ['203.0.113.0/24', '2001:db8::/32'] });
  for (const from of ['203.0.113.9', '2001:db8::7', '::ffff:203.0.113.9'])
    expect(await send(token, services, { from })).toMatchObject({ status: 200 });
  for (const from of ['203.0.114.9', '2001:db9::7'])
    expect(await send(token, services, { from })).toMatchObject({ status: 403, code: 'network_not_allowed' });
  const wrong = { name: 'Wrong', permissions: ['services.service.read'], networks: ['203.0.113.0/33'] };
  expect((await ours.owner.post(ours.at('/keys'), wrong)).status).toBe(400);
});

test('nobody makes a key above themselves, and only those who may make one', async () => {
  const invoices = { name: 'Invoices', permissions: ['billing.invoices.read'] };
  for (const personal of [false, true])
    expect((await technical.post(ours.at('/keys'), { ...invoices, personal })).body).toMatchObject({
      code: 'beyond_you',
    });
  const unknown = { ...invoices, permissions: ['organizations.keys.manage'] };
  expect((await ours.owner.post(ours.at('/keys'), unknown)).body).toMatchObject({
    code: 'unknown_permission',
  });
  for (const role of ['finance', 'member', 'viewer', 'approver'] as const) {
    const colleague = await buildMember(app, ours, role);
    const own = { ...invoices, permissions: ['services.service.read'] };
    expect((await colleague.post(ours.at('/keys'), own)).body).toMatchObject({ code: 'beyond_you' });
  }
  for (const bad of [{ days: 366 }, { days: 0 }, { permissions: [] }])
    expect((await ours.owner.post(ours.at('/keys'), { ...invoices, ...bad })).status).toBe(400);
  await make({ name: 'Twice' });
  expect((await ours.owner.post(ours.at('/keys'), { ...invoices, name: 'twice' })).body).toMatchObject({
    code: 'key_name_taken',
  });
});

test('it survives who made it', async () => {
  const maker = await buildMember(app, ours, 'technical');
  const token = await make({}, maker);
  expect((await ours.owner.delete(ours.at(`/members/${maker.id}`))).status).toBe(204);
  expect(await send(token, services)).toMatchObject({ status: 200 });
});

const own = (over: object = {}) => ({ personal: true, permissions: ['services.service.read'], ...over });
const ids = async (name: string, by = ours.owner): Promise<string> => {
  const { body } = await by.get(ours.at('/keys'));
  return body.items.find((item: { name: string }) => item.name === name)?.id;
};

test('a personal key does at most what its person may today, and goes with them', async () => {
  const ani = await buildMember(app, ours, 'finance');
  const token = await make(own({ permissions: ['billing.invoices.read', 'support.ticket.use'] }), ani);
  const invoices = ours.at('/invoices');
  expect(await send(token, invoices)).toMatchObject({ status: 200 });
  expect(await send(token, services)).toMatchObject({ status: 404 });
  const role = async (to: string) => {
    const { body } = await ours.owner.get(ours.at('/members?limit=200'));
    const { version } = body.items.find(({ id }: { id: string }) => id === ani.id);
    const changed = await ours.owner.patch(ours.at(`/members/${ani.id}`), version, { role: to });
    expect(changed.status).toBe(204);
  };
  await role('technical');
  expect(await send(token, invoices)).toMatchObject({ status: 404 });
  await role('finance');
  expect(await send(token, invoices)).toMatchObject({ status: 200 });
  expect((await ours.owner.delete(ours.at(`/members/${ani.id}`))).status).toBe(204);
  expect(await send(token, invoices)).toMatchObject({ status: 401 });
});

test('who comes back does not bring the old keys', async () => {
  const ani = await buildMember(app, ours, 'finance');
  const token = await make(own({ permissions: ['billing.invoices.read'] }), ani);
  expect((await ours.owner.delete(ours.at(`/members/${ani.id}`))).status).toBe(204);
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'finance', $3)`,
    [ours.id, ani.id, app.clock.now()],
  );
  expect((await ani.get(ours.at('/invoices'))).status).toBe(200);
  expect(await send(token, ours.at('/invoices'))).toMatchObject({ status: 401 });
});

test('a personal key acts as its person where it takes one, and the record names the key', async () => {
  const ani = await buildMember(app, ours, 'member');
  const permissions = ['support.ticket.read', 'support.ticket.use'];
  const token = await make(own({ name: 'Desk', permissions }), ani);
  const opened = await app.app.http.inject({
    method: 'POST',
    url: ours.at('/tickets'),
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    payload: { subject: 'Slow', text: 'It is slow.' },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  await app.settle();
  const { body: tickets } = await ani.get(ours.at('/tickets'));
  expect(tickets.items).toMatchObject([{ subject: 'Slow' }]);
  const { body } = await ours.owner.get(ours.at('/activity?name=support.ticket-opened'));
  expect(body.items[0].actor).toMatchObject({ kind: 'key', name: 'Desk' });
  // A key of the organization has nobody to write as.
  const ofAll = { permissions: ['support.ticket.use'], name: 'Nobody' };
  expect((await ours.owner.post(ours.at('/keys'), ofAll)).body).toMatchObject({ code: 'unknown_permission' });
  expect(await send(await make(), ours.at('/tickets'))).toMatchObject({ status: 403, code: 'not_for_keys' });
});

test('a membership for chosen services narrows the keys of its person', async () => {
  const ani = await buildMember(app, ours, 'technical');
  const token = await make(own({ permissions: ['services.service.read'] }), ani);
  await app.app.pool.query(
    'update organizations.members set services = $3 where organization_id = $1 and person_id = $2',
    [ours.id, ani.id, [randomUUID()]],
  );
  expect(await send(token, services)).toMatchObject({ status: 200 });
  expect(await send(token, ours.at(`/services/${randomUUID()}`))).toMatchObject({ status: 404 });
});

test('who belongs to an organization by way of one above has no keys of their own in it', async () => {
  const key = { name: 'Above', ...own() };
  expect((await ours.owner.post(child.at('/keys'), key)).body).toMatchObject({ code: 'own_membership_only' });
});

test('colleagues see and revoke their own; those who manage keys see all and revoke any', async () => {
  const ani = await buildMember(app, ours, 'member');
  const budi = await buildMember(app, ours, 'member');
  const token = await make(own({ name: 'Of Ani' }), ani);
  const id = await ids('Of Ani', ani);
  expect(await ids('Of Ani', budi)).toBeUndefined();
  expect((await budi.delete(ours.at(`/keys/${id}`))).status).toBe(404);
  expect((await budi.post(ours.at(`/keys/${id}/rotate`), {})).status).toBe(404);
  const { body } = await technical.get(ours.at('/keys'));
  expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
    person: { id: ani.id },
    can: { rotate: { no: 'not_yours' }, revoke: true },
  });
  expect((await technical.post(ours.at(`/keys/${id}/rotate`), {})).body).toMatchObject({
    code: 'beyond_you',
  });
  expect((await technical.delete(ours.at(`/keys/${id}`))).status).toBe(204);
  expect(await send(token, services)).toMatchObject({ status: 401 });
});

test('nobody gets by exchanging what they do not hold', async () => {
  await make({ name: 'Books', permissions: ['billing.invoices.read'] });
  const answer = await technical.post(ours.at(`/keys/${await ids('Books')}/rotate`), {});
  expect(answer.body).toMatchObject({ code: 'beyond_you' });
});

test('staff see the keys of a client and revoke them', async () => {
  const support = await buildStaff(app, 'support');
  const token = await make({ name: 'Leaked' });
  const at = `/api/console/clients/${ours.id}/keys`;
  const { body } = await support.get(at);
  const { id } = body.items.find(({ name }: { name: string }) => name === 'Leaked');
  const reader = await buildStaff(app, 'operations');
  expect((await reader.get(at)).status).toBe(200);
  expect((await reader.delete(`${at}/${id}`)).status).toBe(404);
  expect((await support.delete(`${at}/${id}`)).status).toBe(204);
  expect(await send(token, services)).toMatchObject({ status: 401 });
});

test('the list of who has access names the keys too', async () => {
  await make({ name: 'Reviewed key' });
  const file = await ours.owner.get(ours.at('/members/file'));
  expect(file.text).toContain('Reviewed key');
});
