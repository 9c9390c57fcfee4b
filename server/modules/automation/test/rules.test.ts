import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, toldTo } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const rules = '/api/console/ticket-rules';

const ruleOf = (over: object) => ({
  title: 'Rule',
  position: 1,
  active: true,
  moment: 'opened',
  hours: null,
  conditions: { match: 'all', tests: [] },
  acts: { addTags: ['seen'] },
  ...over,
});
const is = (of: string, ...values: string[]) => ({ of, is: true, values });
const all = (...tests: object[]) => ({ match: 'all', tests });

async function make(over: object): Promise<string> {
  const answer = await administrator.post(rules, ruleOf(over));
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}
async function withRules(made: Promise<string>[], work: (ids: string[]) => Promise<void>): Promise<void> {
  const ids = await Promise.all(made);
  try {
    await work(ids);
  } finally {
    for (const id of ids) expect((await administrator.delete(`${rules}/${id}`)).status).toBe(204);
  }
}
const seen = async (ticket: { console: string }) => (await agent.get(ticket.console)).body;
const runsOf = async (rule: string) => (await agent.get(`${rules}/${rule}/runs`)).body.items;

test('a rule acts at its moment where its conditions hold, once, and its log says what it did', async () => {
  const conditions = all(is('words', 'mati total'), is('kind', 'problem'));
  const acts = {
    priority: 'emergency',
    queue: 'technical',
    addTags: ['outage'],
    note: 'Down, says {{client}}',
    notify: ['team'],
  };
  await withRules([make({ conditions, acts })], async ([rule]) => {
    const other = await openTicket(acme, acme.owner, { text: 'Mati total' });
    const ticket = await openTicket(acme, acme.owner, { text: 'Server MATI  total!', kind: 'problem' });
    await app.settle();
    expect(await seen(other)).toMatchObject({ priority: 'normal', tags: [] });
    const after = await seen(ticket);
    expect(after).toMatchObject({ priority: 'emergency', queue: { name: 'technical' }, tags: ['outage'] });
    expect(after.conversation.items.map(({ internal }: { internal: boolean }) => internal)).toEqual([
      false,
      true,
    ]);
    expect((await toldTo(app, agent.id)).map(({ kind }) => kind)).toContain('automation.rule-notice');
    expect(await runsOf(rule!)).toMatchObject([
      { ticket: { id: ticket.id }, depth: 0, problem: null, acts: { addTags: ['outage'] } },
    ]);
    const { items } = (await agent.get(rules)).body;
    expect(items.find(({ id }: { id: string }) => id === rule).lastRunAt).not.toBeNull();
    await app.settle();
    expect(await runsOf(rule!)).toHaveLength(1);
  });
});

test('rules that undo each other run once in a chain, in their order, and one that cannot act says why', async () => {
  const up = {
    title: 'up',
    position: 2,
    moment: 'changed',
    conditions: all(is('priority', 'low')),
    acts: { priority: 'high' },
  };
  const down = {
    title: 'down',
    moment: 'changed',
    conditions: all(is('priority', 'high')),
    acts: { priority: 'low' },
  };
  const cannot = { title: 'spam', moment: 'status_changed', position: 2, acts: { status: 'on_hold' } };
  await withRules([make(up), make(down), make(cannot)], async ([first, second, third]) => {
    const ticket = await openTicket(acme, acme.owner);
    await agent.patch(ticket.console, 1, { priority: 'low' });
    await app.settle();
    expect([(await runsOf(first!))[0].depth, (await runsOf(second!))[0].depth]).toEqual([0, 1]);
    expect([await runsOf(first!), await runsOf(second!)].map(({ length }) => length)).toEqual([1, 1]);
    const { version, priority } = await seen(ticket);
    expect(priority).toBe('low');
    await agent.patch(ticket.console, version, { status: 'spam' });
    await app.settle();
    expect(await runsOf(third!)).toMatchObject([{ problem: 'wrong_state' }]);
    expect((await seen(ticket)).status).toBe('spam');
  });
});

test('answers of clients and of staff are moments apart, and a rule that is off does nothing', async () => {
  const tag = (moment: string, addTags: string[], active = true) =>
    make({ moment, acts: { addTags }, active });
  const made = [
    tag('client_answered', ['client']),
    tag('staff_answered', ['staff']),
    tag('opened', ['off'], false),
  ];
  await withRules(made, async () => {
    const ticket = await openTicket(acme, acme.owner);
    await app.settle();
    expect((await seen(ticket)).tags).toEqual([]);
    await acme.owner.post(`${ticket.at}/messages`, { text: 'Lagi' });
    await app.settle();
    expect((await seen(ticket)).tags).toEqual(['client']);
    await agent.post(`${ticket.console}/messages`, { text: 'Ya' });
    await app.settle();
    expect((await seen(ticket)).tags).toEqual(['client', 'staff']);
  });
});

test('after hours of silence a rule acts once, and again after the next silence; the client is told', async () => {
  const quiet = await buildOrganization(app);
  const acts = { addTags: ['stale'], tell: { id: 'Masih perlu bantuan, {{client}}?', en: null } };
  const over = { moment: 'silent', hours: 48, conditions: all(is('status', 'waiting_customer')), acts };
  await withRules([make(over)], async ([rule]) => {
    const ticket = await openTicket(quiet, quiet.owner);
    await agent.post(`${ticket.console}/messages`, { text: 'Sudah?' });
    await app.settle();
    const sweep = async (hours: number) => {
      await app.clock.advance({ hours });
      await app.sweep('automation.find-silent');
      await app.settle();
      const runs = await runsOf(rule!);
      return runs.filter((run: { ticket: { id: string } }) => run.ticket.id === ticket.id).length;
    };
    expect([await sweep(47), await sweep(2), await sweep(100)]).toEqual([0, 1, 1]);
    const told = (await toldTo(app, quiet.owner.id)).filter(({ kind }) => kind === 'automation.rule-told');
    expect(told).toHaveLength(1);
    await agent.post(`${ticket.console}/messages`, { text: 'Halo?' });
    expect([await sweep(1), await sweep(48)]).toEqual([1, 2]);
  });
});

test('what a rule would have done in the last 30 days is told, and nothing is changed', async () => {
  const ticket = await openTicket(acme, acme.owner, { subject: 'Domain kedaluwarsa' });
  await app.settle();
  const ask = (over: object) => {
    const { moment, hours, conditions } = ruleOf(over);
    return administrator.post(`${rules}/try`, { moment, hours, conditions });
  };
  const tried = await ask({ conditions: all(is('words', 'kedaluwarsa')) });
  expect(tried.body).toMatchObject({ matched: 1, items: [{ id: ticket.id, number: ticket.number }] });
  expect(tried.body.looked).toBeGreaterThan(1);
  await app.clock.advance({ hours: 3 });
  const silent = await ask({ moment: 'silent', hours: 2, conditions: all(is('words', 'kedaluwarsa')) });
  expect(silent.body.items).toMatchObject([{ id: ticket.id }]);
  expect((await seen(ticket)).version).toBe(1);
});

test('only administrators change rules; what is wrong is refused', async () => {
  expect((await agent.post(rules, ruleOf({}))).status).toBe(404);
  expect((await agent.get(rules)).status).toBe(200);
  const status = async (over: object) => (await administrator.post(rules, ruleOf(over))).status;
  expect(await status({ hours: 5 })).toBe(400);
  expect(await status({ moment: 'silent' })).toBe(400);
  expect(await status({ acts: {} })).toBe(400);
  expect(await status({ conditions: all({ of: 'kind', is: true, values: [] }) })).toBe(400);
  expect(await status({ acts: { tell: { id: 'Halo {{x}}', en: null } } })).toBe(422);
  const id = await make({});
  const put = (version: number) => administrator.put(`${rules}/${id}`, ruleOf({ title: 'Two' }), { version });
  expect([(await put(1)).status, (await put(1)).status]).toEqual([204, 412]);
});

test('nobody’s ticket is closed without a word before', async () => {
  const solved = await buildOrganization(app);
  const ticket = await openTicket(solved, solved.owner);
  await agent.post(`${ticket.console}/messages`, { text: 'Beres', status: 'resolved' });
  await app.settle();
  const warned = async (days: number) => {
    await app.clock.advance({ days });
    await app.sweep('automation.find-silent');
    await app.sweep('support.close-resolved');
    await app.settle();
    const about = (await toldTo(app, solved.owner.id)).filter(({ kind }) => kind === 'automation.rule-told');
    const { rows } = await app.app.pool.query('select status from support.tickets where id = $1', [
      ticket.id,
    ]);
    return [about.length, rows[0].status];
  };
  expect([await warned(11), await warned(1), await warned(2)]).toEqual([
    [0, 'resolved'],
    [1, 'resolved'],
    [1, 'closed'],
  ]);
});
