import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { findVerifiedDomain } from '../index.ts';
import { addAndProve } from './prove.ts';

const app = await createTestApp();
const holderOf = (domain: string) =>
  app.ctx.read(async (db) => (await findVerifiedDomain(db, domain))?.organization ?? null);
const listed = async ({ owner, at }: TestOrganization) => (await owner.get(at('/domains'))).body.items;
const factsOf = async ({ id }: TestOrganization) => {
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select name from kernel.events where organization_id = $1 and name like 'organizations.domain%' order by happened_at, id`,
    [id],
  );
  return rows.map(({ name }) => name.replace('organizations.domain-', ''));
};

test('a domain counts once its record is seen, and only then', async () => {
  const organization = await buildOrganization(app);
  const { owner, at, id } = organization;
  const added = await owner.post(at('/domains'), { domain: '@Acme.example ' });
  expect(added.status, added.text).toBe(201);
  const [domain] = added.body.items;
  expect(domain).toMatchObject({
    domain: 'acme.example',
    state: 'pending',
    record: {
      name: '_clientarea-challenge.acme.example',
      value: expect.stringMatching(/^clientarea-verification=.{43}$/),
    },
  });
  const prove = () => owner.post(at(`/domains/${domain.id}/prove`));
  expect((await prove()).body.code).toBe('domain_not_proved');
  app.ports.records.set(domain.record.name, [`${domain.record.value}x`, 'v=spf1 -all']);
  expect((await prove()).body.code).toBe('domain_not_proved');
  app.ports.records.set(domain.record.name, new Error('timeout'));
  expect((await prove()).body.code).toBe('names_silent');
  expect(await holderOf('acme.example')).toBeNull();

  app.ports.records.set(domain.record.name, ['v=spf1 -all', domain.record.value]);
  const proved = await prove();
  expect(proved.body.items[0]).toMatchObject({ state: 'verified', byHand: false, offAt: null });
  expect(await holderOf('ACME.example')).toBe(id);
  expect(await holderOf('mail.acme.example')).toBeNull();
  expect(await factsOf(organization)).toEqual(['added', 'verified']);

  expect((await owner.post(at('/domains'), { domain: 'acme.example' })).body.code).toBe('domain_there');
  await owner.post(at(`/domains/${domain.id}/remove`));
  expect(await holderOf('acme.example')).toBeNull();
});

test('what is everybody’s or no domain is refused', async () => {
  const { owner, at } = await buildOrganization(app);
  for (const domain of ['gmail.com', 'Yahoo.co.id', 'outlook.com'])
    expect((await owner.post(at('/domains'), { domain })).body.code).toBe('public_provider');
  for (const domain of ['localhost', '10.0.0.1', 'a b.id', 'x@acme.id', ''])
    expect((await owner.post(at('/domains'), { domain })).status).toBe(400);
  for (let n = 0; n < 20; n++) await owner.post(at('/domains'), { domain: `d${n}.example` });
  expect((await owner.post(at('/domains'), { domain: 'd20.example' })).body.code).toBe('too_many_domains');
});

test('a domain is one organization’s: whoever proves it second is told, also at the same moment', async () => {
  const first = await buildOrganization(app);
  const second = await buildOrganization(app);
  const ids = await Promise.all(
    [first, second].map(async ({ owner, at }) => {
      const [{ id, record }] = (await owner.post(at('/domains'), { domain: 'both.example' })).body.items;
      const said = app.ports.records.get(record.name);
      app.ports.records.set(record.name, [...(said instanceof Error ? [] : (said ?? [])), record.value]);
      return id as string;
    }),
  );
  const answers = await Promise.all(
    [first, second].map(({ owner, at }, n) => owner.post(at(`/domains/${ids[n]}/prove`))),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('domain_taken');
  const winner = answers[0]!.status === 200 ? first : second;
  expect(await holderOf('both.example')).toBe(winner.id);
});

test('a record that goes is told, and after a week without it the domain is off; it comes back with the record', async () => {
  const organization = await buildOrganization(app, { name: 'Losing' });
  const { owner, at, id } = organization;
  const { record } = await addAndProve(app, organization, 'losing.example');
  const mails = () =>
    app.ports.sent.filter(({ to }) => to.address === owner.email).map(({ subject }) => subject);
  const look = () => app.sweep('organizations.follow-domains');

  await app.clock.advance({ days: 1 });
  app.ports.records.set(record.name, new Error('timeout'));
  await look();
  expect((await listed(organization))[0].state).toBe('verified');

  app.ports.records.set(record.name, []);
  await look();
  await look();
  const [missing] = await listed(organization);
  expect(missing.state).toBe('missing');
  expect(Date.parse(missing.offAt) - app.clock.now().getTime()).toBe(7 * 86_400_000);
  expect(mails()).toEqual(['The TXT record of losing.example is gone']);
  expect(await holderOf('losing.example')).toBe(id);

  await app.clock.advance({ hours: 2 });
  app.ports.records.set(record.name, [record.value]);
  await look();
  expect((await listed(organization))[0]).toMatchObject({ state: 'verified', offAt: null });

  app.ports.records.delete(record.name);
  await app.clock.advance({ days: 1 });
  await look();
  await app.clock.advance({ days: 7 });
  await look();
  expect((await listed(organization))[0].state).toBe('off');
  expect(await holderOf('losing.example')).toBeNull();
  expect(mails().at(-1)).toBe('The domain losing.example was switched off');
  expect(await factsOf(organization)).toEqual(['added', 'verified', 'missing', 'verified', 'missing', 'off']);

  app.ports.records.set(record.name, [record.value]);
  const [{ id: domain }] = await listed(organization);
  expect((await owner.post(at(`/domains/${domain}/prove`))).body.items[0].state).toBe('verified');
});

test('staff may say it by hand and take it back; no record is asked for then, and the facts say who', async () => {
  const organization = await buildOrganization(app);
  const { owner, at, id } = organization;
  const [{ id: domain }] = (await owner.post(at('/domains'), { domain: 'byhand.example' })).body.items;
  const administrator = await buildStaff(app, 'administrator');
  const support = await buildStaff(app, 'support');
  const console = `/api/console/clients/${id}/domains`;
  expect((await support.get(console)).body.items).toHaveLength(1);
  expect((await support.post(`${console}/${domain}/verify`)).status).toBe(404);
  expect((await administrator.post(`${console}/${domain}/verify`)).body.items[0]).toMatchObject({
    state: 'verified',
    byHand: true,
  });
  await app.clock.advance({ days: 10 });
  await app.sweep('organizations.follow-domains');
  expect(await holderOf('byhand.example')).toBe(id);
  expect((await administrator.post(`${console}/${domain}/take-back`)).body.items[0].state).toBe('off');
  expect((await administrator.post(`${console}/${domain}/take-back`)).body.code).toBe('wrong_state');
  expect(await holderOf('byhand.example')).toBeNull();
  const { rows } = await app.app.pool.query(
    `select name, actor_id, data from kernel.events where subject_id = $1 and actor_id = $2 order by happened_at`,
    [domain, administrator.id],
  );
  expect(rows).toMatchObject([
    { name: 'organizations.domain-verified', data: { by: 'staff' } },
    { name: 'organizations.domain-off', data: { why: 'staff' } },
  ]);
});

test('only owners decide, and only of their own organization', async () => {
  const organization = await buildOrganization(app);
  const foreign = await buildOrganization(app);
  const [{ id }] = (await organization.owner.post(organization.at('/domains'), { domain: 'ours.example' }))
    .body.items;
  const finance = await buildMember(app, organization, 'finance');
  expect((await finance.get(organization.at('/domains'))).status).toBe(404);
  for (const act of ['prove', 'remove'])
    expect((await foreign.owner.post(foreign.at(`/domains/${id}/${act}`))).status).toBe(404);
  expect(await listed(organization)).toHaveLength(1);
});
