import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket, policyOf, wholeWeek } from '../../support/test/world.ts';

const app = await createTestApp();
const gold = await buildOrganization(app, { name: 'Gold Mining' });
const plain = await buildOrganization(app, { name: 'Plain Paper' });
const administrator = await buildStaff(app, 'administrator');
const agent = await buildStaff(app, 'support');
const finance = await buildStaff(app, 'finance');

const tiers = '/api/console/client-tiers';
const tierOf = (over: object = {}) => ({
  titles: { id: 'Emas', en: 'Gold' },
  position: 1,
  color: 'attention',
  ...over,
});
async function add(over: object = {}): Promise<string> {
  const answer = await administrator.post(tiers, tierOf(over));
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}
const listed = async (id: string) =>
  (await agent.get(tiers)).body.items.find((one: { id: string }) => one.id === id);
const give = (organization: { id: string }, tierId: string | null) =>
  agent.put(`/api/console/clients/${organization.id}/tier`, { tierId });
const namesIn = (answer: { body: { items: { name: string }[] } }) =>
  answer.body.items.map(({ name }) => name);

test('staff give clients tiers; lists narrow by them, clients never hear of them', async () => {
  const tier = await add();
  expect((await give(gold, tier)).status).toBe(204);
  expect((await give(gold, tier)).status).toBe(204);
  const badge = { id: tier, titles: { id: 'Emas', en: 'Gold' }, color: 'attention' };
  expect((await agent.get(`/api/console/clients/${gold.id}`)).body.tier).toEqual(badge);
  expect((await agent.get(`/api/console/clients/${plain.id}`)).body.tier).toBeNull();
  expect(namesIn(await agent.get(`/api/console/clients?tier=${tier}`))).toEqual(['Gold Mining']);

  const [theirs, other] = [await openTicket(gold, gold.owner), await openTicket(plain, plain.owner)];
  const { items } = (await agent.get(`/api/console/tickets?tier=${tier}`)).body;
  expect(items).toMatchObject([{ id: theirs.id, organization: { tier: badge } }]);
  expect((await agent.get(other.console)).body.organization.tier).toBeNull();
  expect((await gold.owner.get(theirs.at)).text).not.toContain('Emas');
  expect((await gold.owner.get(tiers)).status).toBe(404);

  const facts = await factsOf(app, gold.id);
  expect(facts.filter(({ name }) => name === 'organizations.client-tier-set')).toMatchObject([
    { data: { from: null, to: tier } },
  ]);
});

test('who gives tiers does not define them, and finance does neither', async () => {
  const tier = await add();
  expect((await agent.post(tiers, tierOf())).status).toBe(404);
  expect((await agent.delete(`${tiers}/${tier}`)).status).toBe(404);
  expect((await finance.put(`/api/console/clients/${plain.id}/tier`, { tierId: tier })).status).toBe(404);
  expect((await finance.get(tiers)).status).toBe(200);
});

test('one that is archived is kept by who has it and given to nobody', async () => {
  const tier = await add();
  await give(gold, tier);
  const { version } = await listed(tier);
  const archived = tierOf({ archived: true });
  expect((await administrator.put(`${tiers}/${tier}`, archived, { version })).status).toBe(204);
  expect((await administrator.put(`${tiers}/${tier}`, archived, { version })).status).toBe(412);
  expect((await give(plain, tier)).body.code).toBe('unknown_tier');
  expect((await agent.get(`/api/console/clients/${gold.id}`)).body.tier.id).toBe(tier);
});

test('a rule asks for it; in use it cannot be deleted, and the list says why', async () => {
  const tier = await add({ titles: { id: 'Perak', en: 'Silver' } });
  const rule = {
    title: 'Silver first',
    position: 1,
    active: true,
    moment: 'opened',
    hours: null,
    conditions: { match: 'all', tests: [{ of: 'tier', is: true, values: [tier] }] },
    acts: { addTags: ['silver'] },
  };
  const made = await administrator.post('/api/console/ticket-rules', rule);
  expect(made.status, made.text).toBe(201);
  const unknown = { match: 'all', tests: [{ of: 'tier', is: true, values: ['gold'] }] };
  expect(
    (await administrator.post('/api/console/ticket-rules', { ...rule, conditions: unknown })).body.code,
  ).toBe('unknown_tier');
  await give(gold, tier);
  const [theirs, other] = [await openTicket(gold, gold.owner), await openTicket(plain, plain.owner)];
  await app.settle();
  expect((await agent.get(theirs.console)).body.tags).toEqual(['silver']);
  expect((await agent.get(other.console)).body.tags).toEqual([]);

  expect(await listed(tier)).toMatchObject({
    clients: 1,
    uses: [{ kind: 'rule', id: made.body.id, names: { en: 'Silver first' } }],
  });
  expect((await administrator.delete(`${tiers}/${tier}`)).body.code).toBe('tier_in_use');
  await give(gold, null);
  expect((await administrator.delete(`${tiers}/${tier}`)).body.code).toBe('tier_in_use');
  await administrator.delete(`/api/console/ticket-rules/${made.body.id}`);
  expect((await administrator.delete(`${tiers}/${tier}`)).status).toBe(204);
  expect(await listed(tier)).toBeUndefined();
});

test('what is promised can be for a tier alone', async () => {
  const tier = await add();
  const levels = '/api/console/service-levels';
  const calendar = { name: 'Always', zone: 'Asia/Jakarta', week: wholeWeek, holidays: [] };
  const calendarId = (await administrator.post(`${levels}/calendars`, calendar)).body.id;
  const policy = policyOf(calendarId, { first: 60 }, { tiers: [tier] });
  const made = await administrator.post(`${levels}/policies`, policy);
  expect(made.status, made.text).toBe(201);
  await give(gold, tier);
  const [theirs, other] = [await openTicket(gold, gold.owner), await openTicket(plain, plain.owner)];
  expect((await agent.get(theirs.console)).body.clocks).toMatchObject([{ goal: 'first', state: 'running' }]);
  expect((await agent.get(other.console)).body.clocks).toEqual([]);
  expect((await listed(tier)).uses).toMatchObject([{ kind: 'policy', names: { en: 'Gold' } }]);
  expect((await agent.get(`${levels}/policies`)).body.items[0].tiers).toEqual([tier]);
});
