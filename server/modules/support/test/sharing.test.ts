import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import { openTicket } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const technical = await buildMember(app, acme, 'technical');
const member = await buildMember(app, acme, 'member');
const chosen = await buildMember(app, acme, 'member');
const secret = await openTicket(acme, acme.owner, { subject: 'Rahasia pemilik' });

let version = 0;
async function share(mode: string, people: string[] = []): Promise<void> {
  const answer = await acme.owner.put(
    acme.at('/ticket-sharing'),
    { mode, people },
    { headers: { 'if-match': `"${version}"` } },
  );
  expect(answer.status).toBe(204);
  version += 1;
}

/** Who reaches the owner's ticket, in every way there is. */
async function readers(): Promise<string[]> {
  const all = { owner: acme.owner, technical, member, chosen };
  const found: string[] = [];
  for (const [name, who] of Object.entries(all)) {
    const ways = [
      (await who.get(secret.at)).status === 200,
      (await who.get(acme.at('/tickets'))).body.items.length === 1,
      (await who.get(acme.at('/tickets?q=rahasia'))).body.items.length === 1,
      (await who.get(acme.at('/tickets/summary'))).body.active === 1,
      (await who.get('/api/me/inbox')).body.items.length === 1,
      (await who.post(`${secret.at}/messages`, { text: 'Halo' })).status === 201,
    ];
    expect([name, new Set(ways).size]).toEqual([name, 1]);
    if (ways[0]) found.push(name);
  }
  return found;
}

test('own, by role, chosen members, all: each lets those in whom it says, through every door', async () => {
  expect(await readers()).toEqual(['owner', 'technical']);
  await share('own');
  expect(await readers()).toEqual(['owner']);
  await share('members', [chosen.id]);
  expect(await readers()).toEqual(['owner', 'chosen']);
  await share('all');
  expect(await readers()).toEqual(['owner', 'technical', 'member', 'chosen']);
  await share('role');
  expect(await readers()).toEqual(['owner', 'technical']);
});

test('only who manages members decides, about members, and knows what there is', async () => {
  expect((await acme.owner.get(acme.at('/ticket-sharing'))).body).toEqual({
    mode: 'role',
    people: [],
    version,
  });
  const put = (as: typeof technical, body: object, seen = version) =>
    as.put(acme.at('/ticket-sharing'), body, { headers: { 'if-match': `"${seen}"` } });
  expect((await put(technical, { mode: 'all', people: [] })).status).toBe(404);
  expect((await put(acme.owner, { mode: 'all', people: [] }, 1)).status).toBe(412);
  expect((await put(acme.owner, { mode: 'members', people: [other.owner.id] })).body.code).toBe(
    'not_a_member',
  );
  expect((await other.owner.get(acme.at('/ticket-sharing'))).status).toBe(404);
});
