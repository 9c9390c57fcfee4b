import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { Clock } from '../domain/sla/clock.ts';
import { lineOf, spent, whenSpent } from '../domain/sla/line.ts';
import type { Line } from '../domain/sla/line.ts';
import { matchAgain, runOf, takeOver } from './matched.ts';
import { openTicket, policyOf } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Eight hours each day, from eight o'clock. */
const office: Line = lineOf(
  Array.from({ length: 60 }, (_, n) => ({ opens: n * day + 8 * hour, closes: n * day + 16 * hour })),
);
const always: Line = lineOf([{ opens: 0, closes: 60 * day }]);
const started = (target: number, line = office, at = 8 * hour): Clock => ({
  goal: 'resolution',
  startedAt: at,
  target,
  state: 'running',
  paused: 0,
  stoppedAt: null,
  dueAt: whenSpent(line, spent(line, at) + target),
  breachedAt: null,
});
const hours = (instant: number | null) => instant! / hour;

test('what ran counts, in a shorter promise and in a longer one', () => {
  const clock = started(8 * hour);
  expect(hours(matchAgain(clock, 4 * hour, 10 * hour, office).dueAt)).toBe(12);
  expect(hours(matchAgain(clock, 16 * hour, 10 * hour, office).dueAt)).toBe(40);
  expect(matchAgain(clock, 8 * hour, 10 * hour, office)).toEqual(clock);
});

test('a promise that nobody could have kept begins anew, and is due no later than what was promised before', () => {
  const clock = started(8 * hour);
  expect(hours(matchAgain(clock, 2 * hour, 11 * hour, office).dueAt)).toBe(13);
  expect(hours(matchAgain(clock, 3 * hour, 15 * hour, office).dueAt)).toBe(16);
});

test('what is over stays over; what is no longer promised is dropped', () => {
  const late = started(hour);
  expect(matchAgain(late, 8 * hour, 10 * hour, office)).toEqual(late);
  expect(matchAgain(late, null, 10 * hour, office)).toMatchObject({
    state: 'dropped',
    stoppedAt: 10 * hour,
    breachedAt: 9 * hour,
  });
});

test('another policy takes over what ran, also by other hours', () => {
  const clock = started(8 * hour);
  expect(hours(takeOver({ clock, line: office }, { target: 4 * hour, line: office }, 10 * hour).dueAt)).toBe(
    12,
  );
  // Three hours of a night count for who is promised around the clock what ran by day.
  const at = day + 9 * hour;
  const round = takeOver({ clock, line: office }, { target: 12 * hour, line: always }, at);
  expect(hours(round.dueAt)).toBe((at + 3 * hour) / hour);
});

test('no promise is broken by its change, whenever it comes and whatever comes to hold', () => {
  const any = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(any(40 * hour), any(40 * hour), any(8 * day), (before, after, later) => {
      const clock = started(before);
      const at = clock.startedAt + later;
      fc.pre(at < clock.dueAt!);
      for (const now of [
        matchAgain(clock, after, at, office),
        takeOver({ clock, line: office }, { target: after, line: office }, at),
      ]) {
        expect(now.dueAt).toBeGreaterThan(at);
        expect(now.dueAt).toBeLessThanOrEqual(
          Math.max(clock.dueAt!, whenSpent(office, spent(office, clock.startedAt) + after)!),
        );
        // Looking again changes nothing.
        expect(matchAgain(now, after, at, office)).toEqual(now);
      }
    }),
  );
});

const app = await createTestApp();
const administrator = await buildStaff(app, 'administrator');
const levels = '/api/console/service-levels';

interface Kept extends Clock {
  policy: string;
}

async function readClocks(ticket: string): Promise<Kept[]> {
  const { rows } = await app.app.pool.query(
    `select policy_id as policy, goal, state, target::float8, paused::float8, started_at as "startedAt",
       stopped_at as "stoppedAt", due_at as "dueAt", breached_at as "breachedAt"
     from support.clocks where ticket_id = $1 order by policy_id, goal`,
    [ticket],
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    ...Object.fromEntries(
      ['stoppedAt', 'dueAt', 'breachedAt'].map((name) => [name, row[name]?.getTime() ?? null]),
    ),
  }));
}

async function post(path: string, data: object): Promise<string> {
  const { status, body } = await administrator.post(path, data);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function calendarOf(hoursOfDay: { from: string; to: string }): Promise<string> {
  const week = Array.from({ length: 7 }, () => [hoursOfDay]);
  return post(`${levels}/calendars`, { name: hoursOfDay.from, zone: 'UTC', week, holidays: [] });
}

test('the database turns clocks as these rules say', async () => {
  const first = Date.parse('2026-03-01T00:00:00Z');
  const days = Array.from({ length: 90 }, (_, n) => first + n * day);
  const kinds = [
    { line: lineOf(days.map((at) => ({ opens: at, closes: at + day }))), from: '00:00', to: '24:00' },
    {
      line: lineOf(days.map((at) => ({ opens: at + 8 * hour, closes: at + 16 * hour }))),
      from: '08:00',
      to: '16:00',
    },
  ];
  const calendars: { line: Line; id: string }[] = [];
  for (const { line, from, to } of kinds) calendars.push({ line, id: await calendarOf({ from, to }) });
  const tiers: string[] = [];
  for (const position of [1, 2])
    tiers.push(
      await post('/api/console/client-tiers', {
        titles: { id: `T${position}`, en: `T${position}` },
        position,
        color: 'info',
      }),
    );
  const minute = fc.integer({ min: 30, max: 2000 });
  const promise = fc.record({ first: minute, resolution: minute, hours: fc.nat(1) });
  const step = fc.record({ later: fc.integer({ min: 1, max: 1500 }), tier: fc.nat(2) });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(promise, promise, promise),
      fc.array(step, { minLength: 2, maxLength: 6 }),
      async (promises, steps) => {
        const client = await buildOrganization(app, { name: `Matched ${++count}` });
        const policies = [];
        for (const [nth, { first, resolution, hours: kind }] of promises.entries()) {
          const policy = policyOf(
            calendars[kind]!.id,
            { first, resolution },
            { organizations: [client.id], tiers: nth === 0 ? null : [tiers[nth - 1]!] },
          );
          const id = await post(`${levels}/policies`, policy);
          policies.push({ id, nth, line: calendars[kind]!.line, minutes: { first, resolution } });
        }
        const { id: ticket } = await openTicket(client, client.owner);
        let version = 0;
        let tier = 0;
        for (const wanted of steps) {
          await app.clock.advance({ minutes: wanted.later });
          if (wanted.tier === tier) continue;
          tier = wanted.tier;
          const at = app.clock.now().getTime();
          const before = await readClocks(ticket);
          const put = await administrator.put(
            `/api/console/clients/${client.id}/tier`,
            { tierId: tiers[tier - 1] ?? null },
            { headers: { 'if-match': `"${version++}"` } },
          );
          expect(put.status).toBeLessThan(300);
          await app.settle();
          expect(await readClocks(ticket)).toEqual(turned(before, policies, tier, at));
        }
      },
    ),
    { numRuns: 8 },
  );
});

interface Promised {
  id: string;
  nth: number;
  line: Line;
  minutes: { first: number; resolution: number };
}

function turned(before: readonly Kept[], policies: readonly Promised[], tier: number, at: number): Kept[] {
  const lineOfPolicy = new Map(policies.map(({ id, line }) => [id, line]));
  const holds = policies.filter(({ nth }) => nth === 0 || nth === tier);
  const open = before
    .filter(({ state }) => state === 'running')
    .map((clock) => ({ clock, line: lineOfPolicy.get(clock.policy)! }))
    .map((one) => ({ ...one, ...runOf(one.clock, at, one.line) }));
  const after = new Map(
    before.map((clock) => {
      const dropped = clock.state === 'running' && !holds.some(({ id }) => id === clock.policy);
      const now = dropped ? matchAgain(clock, null, at, lineOfPolicy.get(clock.policy)!) : clock;
      return [`${clock.policy} ${clock.goal}`, { ...clock, ...now }];
    }),
  );
  for (const { id, line, minutes } of holds)
    for (const goal of ['first', 'resolution'] as const) {
      const key = `${id} ${goal}`;
      const kept = after.get(key);
      if (kept && kept.state !== 'dropped') continue;
      const [longest] = open
        .filter(({ clock }) => clock.goal === goal)
        .toSorted(
          (one, other) =>
            other.elapsed - one.elapsed ||
            Number(one.left === 0) - Number(other.left === 0) ||
            one.left - other.left,
        );
      const begun = takeOver(longest!, { target: minutes[goal] * 60_000, line }, at);
      after.set(key, { ...begun, policy: id, breachedAt: kept?.breachedAt ?? null });
    }
  return [...after.values()].toSorted((one, other) =>
    `${one.policy} ${one.goal}` < `${other.policy} ${other.goal}` ? -1 : 1,
  );
}
