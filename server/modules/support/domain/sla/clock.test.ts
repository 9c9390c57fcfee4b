import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, date, instantAt } from '../../../../kernel/values/dates.ts';
import type { TicketState } from '../ticket-states.ts';
import { inOrder, openings } from './calendar.ts';
import type { BusinessCalendar } from './calendar.ts';
import { clocksOf, pausing, turn } from './clock.ts';
import type { Clock, Happening, Promise } from './clock.ts';
import { lineOf, spent, whenSpent } from './line.ts';
import type { Line } from './line.ts';

const hour = 3_600_000;
const day = 24 * hour;
const office = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const weekdays = [office, office, office, office, office, [], []];
const jakarta: BusinessCalendar = {
  zone: 'Asia/Jakarta',
  week: weekdays,
  holidays: [{ on: date('2026-12-25'), name: 'Natal' }],
};
const line = lineOf(openings(jakarta, date('2026-11-01'), date('2027-03-01')));
const at = (on: string, time: string, zone = 'Asia/Jakarta') => instantAt(date(on), time, zone).getTime();

test('a ticket opened on Friday at 16:50 with two hours to answer is due on Monday at 09:50', () => {
  const opened = at('2026-11-27', '16:50');
  expect(whenSpent(line, spent(line, opened) + 2 * hour)).toBe(at('2026-11-30', '09:50'));
  expect(whenSpent(line, spent(line, opened) + hour / 6)).toBe(at('2026-11-27', '17:00'));
  // Thursday before Christmas, which is a Friday: the weekend is three days long.
  expect(whenSpent(line, spent(line, at('2026-12-24', '16:30')) + hour)).toBe(at('2026-12-28', '08:30'));
  // At night and at noon no time runs.
  expect(whenSpent(line, spent(line, at('2026-11-25', '03:00')) + hour)).toBe(at('2026-11-25', '09:00'));
  expect(spent(line, at('2026-11-25', '12:59')) - spent(line, at('2026-11-25', '12:01'))).toBe(0);
  expect(whenSpent(line, 1e15)).toBeNull();
});

test('around the clock there is one opening, also where summer time begins and ends', () => {
  const all = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
  for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Jakarta']) {
    const found = openings({ zone, week: all, holidays: [] }, date('2018-01-01'), date('2019-01-01'));
    expect(found).toHaveLength(1);
    expect(found[0]!.closes - found[0]!.opens).toBe(365 * day);
  }
});

test('hours that summer time skips or repeats count as they pass', () => {
  const night = Array.from({ length: 7 }, () => [{ from: '01:00', to: '04:00' }]);
  const hours = (on: string) => {
    const [found] = openings(
      { zone: 'Europe/Berlin', week: night, holidays: [] },
      date(on),
      addDays(date(on), 1),
    );
    return (found!.closes - found!.opens) / hour;
  };
  expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([2, 3, 4]);
  const skipped = Array.from({ length: 7 }, () => [{ from: '02:00', to: '03:00' }]);
  const gone = openings(
    { zone: 'Europe/Berlin', week: skipped, holidays: [] },
    date('2026-03-29'),
    date('2026-03-30'),
  );
  expect(gone).toEqual([]);
});

test('hours of a day are in order and do not overlap', () => {
  expect(inOrder(office)).toBe(true);
  expect(inOrder([])).toBe(true);
  expect(inOrder([{ from: '08:00', to: '08:00' }])).toBe(false);
  expect(
    inOrder([
      { from: '08:00', to: '12:00' },
      { from: '11:59', to: '13:00' },
    ]),
  ).toBe(false);
});

const zones = [
  'Asia/Jakarta',
  'Asia/Jayapura',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anyDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    Array.from({ length: Math.floor(cuts.length / 2) }, (_, index) => ({
      from: time(cuts[index * 2]!),
      to: time(cuts[index * 2 + 1]!),
    })),
  );
const start = date('2026-01-15');
const anyLine: fc.Arbitrary<Line> = fc
  .record({
    zone: fc.constantFrom(...zones),
    week: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
    holidays: fc.array(
      fc.integer({ min: 0, max: 120 }).map((days) => ({ on: addDays(start, days), name: '' })),
      { maxLength: 20 },
    ),
  })
  .filter(({ week }) => week.some((hours) => hours.length > 0))
  .map((calendar) => lineOf(openings(calendar, start, addDays(start, 130))));
const from = start0(0);
function start0(days: number): number {
  return instantAt(addDays(start, days), '00:00', 'UTC').getTime();
}
/** Instants within the first half of the line, so that what is due falls into the second. */
const anyInstant = fc.integer({ min: from + 2 * day, max: from + 50 * day });

describe('business time', () => {
  test('never runs backwards, and never faster than the clock on the wall', () => {
    fc.assert(
      fc.property(anyLine, anyInstant, fc.nat(20 * day), (l, t, d) => {
        const run = spent(l, t + d) - spent(l, t);
        return run >= 0 && run <= d;
      }),
    );
  });

  test('adds up over splits', () => {
    fc.assert(
      fc.property(anyLine, anyInstant, fc.nat(9 * hour), fc.nat(9 * hour), (l, t, a, b) => {
        fc.pre(a > 0 && b > 0 && l.at(-1)!.before > spent(l, t) + a + b);
        const middle = whenSpent(l, spent(l, t) + a)!;
        expect(whenSpent(l, spent(l, middle) + b)).toBe(whenSpent(l, spent(l, t) + a + b));
      }),
    );
  });

  test('what is due is due at the first instant by which so much has run, and the desk is there then', () => {
    fc.assert(
      fc.property(anyLine, anyInstant, fc.integer({ min: 1, max: 40 * hour }), (l, t, target) => {
        const due = whenSpent(l, spent(l, t) + target);
        fc.pre(due !== null);
        expect(spent(l, due!) - spent(l, t)).toBe(target);
        expect(spent(l, due! - 1) - spent(l, t)).toBe(target - 1);
        expect(l.some(({ opens, closes }) => opens < due! && due! <= closes)).toBe(true);
      }),
    );
  });
});

const running = (l: Line, t: number, target: number): Clock => ({
  goal: 'resolution',
  startedAt: t,
  target,
  state: 'running',
  paused: 0,
  stoppedAt: null,
  dueAt: whenSpent(l, spent(l, t) + target),
  breachedAt: null,
});

describe('a clock', () => {
  test('that stands still for some business time is due later by exactly that', () => {
    fc.assert(
      fc.property(
        anyLine,
        anyInstant,
        fc.integer({ min: 1, max: 20 * hour }),
        fc.nat(10 * day),
        fc.nat(10 * day),
        (l, t, target, wait, pause) => {
          const clock = running(l, t, target);
          const before = clock.dueAt;
          turn(clock, 'paused', t + wait, l);
          turn(clock, 'running', t + wait + pause, l);
          fc.pre(before !== null && clock.dueAt !== null);
          const stood = spent(l, t + wait + pause) - spent(l, t + wait);
          expect(spent(l, clock.dueAt!) - spent(l, before!)).toBe(stood);
          expect(clock.paused).toBe(stood);
        },
      ),
    );
  });

  test('does not care into how many pieces a pause falls', () => {
    fc.assert(
      fc.property(
        anyLine,
        anyInstant,
        fc.integer({ min: 1, max: 20 * hour }),
        fc.array(fc.nat(2 * day), { minLength: 1, maxLength: 6 }),
        (l, t, target, pieces) => {
          const [whole, cut] = [running(l, t, target), running(l, t, target)];
          const end = t + pieces.reduce((sum, piece) => sum + piece, 0);
          turn(whole, 'paused', t, l);
          turn(whole, 'running', end, l);
          let now = t;
          for (const piece of pieces) {
            turn(cut, 'paused', now, l);
            now += piece;
            turn(cut, 'running', now, l);
          }
          expect({ ...cut, breachedAt: null }).toEqual({ ...whole, breachedAt: null });
        },
      ),
    );
  });

  test('that was overdue stays so, whatever comes later', () => {
    fc.assert(
      fc.property(
        anyLine,
        anyInstant,
        fc.array(fc.tuple(fc.constantFrom('running', 'paused', 'met', 'void'), fc.nat(3 * day)), {
          maxLength: 8,
        }),
        (l, t, turns) => {
          const clock = running(l, t, hour);
          let now = t;
          let overdue: number | null = null;
          for (const [state, later] of turns) {
            now += later;
            if (clock.state === 'running' && state !== 'running' && clock.dueAt !== null && clock.dueAt < now)
              overdue ??= clock.dueAt;
            turn(clock, state as Clock['state'], now, l);
            expect(clock.breachedAt).toBe(overdue);
          }
        },
      ),
    );
  });
});

describe('the log of a ticket', () => {
  const promise: Promise = { minutes: { first: 60, next: 120, resolution: 480 }, pauses: pausing, line };
  const log = (...entries: [string, string, Happening['what'], TicketState][]): Happening[] =>
    entries.map(([on, time, what, status]) => ({ at: at(on, time), what, status }) as Happening);
  const by = (clocks: Clock[]) =>
    clocks.map(({ goal, state, dueAt, breachedAt }) => [
      goal,
      state,
      dueAt && new Date(dueAt).toISOString().slice(5, 16),
      breachedAt !== null,
    ]);

  test('answer, question, answer, end: each has its clock, and waiting for the client stops the last', () => {
    const clocks = clocksOf(
      log(
        ['2026-11-23', '08:00', 'opened', 'new'],
        ['2026-11-23', '08:30', 'answered', 'waiting_customer'],
        ['2026-11-24', '08:30', 'asked', 'open'],
        ['2026-11-24', '11:30', 'answered', 'waiting_customer'],
        ['2026-11-26', '11:30', 'turned', 'resolved'],
      ),
      promise,
    );
    expect(by(clocks)).toEqual([
      // eight hours and a day of waiting after Monday 08:00, Jakarta
      ['resolution', 'met', '11-24T09:30', false].map((x, i) =>
        i === 2
          ? new Date(whenSpent(line, spent(line, at('2026-11-23', '08:00')) + 16 * hour)!)
              .toISOString()
              .slice(5, 16)
          : x,
      ),
      ['first', 'met', '11-23T02:00', false],
      ['next', 'met', '11-24T03:30', true],
    ]);
  });

  test('an answer through any channel counts, and what is answered does not go over later', () => {
    const [, first] = clocksOf(
      log(
        ['2026-11-23', '08:00', 'opened', 'new'],
        ['2026-11-23', '09:00', 'answered', 'open'],
        ['2026-11-27', '09:00', 'turned', 'resolved'],
      ),
      promise,
    );
    expect(first).toMatchObject({ state: 'met', breachedAt: null });
  });

  test('closed, merged and spam owe nothing more; opened again, they do', () => {
    const begun = ['2026-11-23', '08:00', 'opened', 'new'] as const;
    for (const [status, state] of [
      ['spam', 'void'],
      ['merged', 'void'],
      ['closed', 'met'],
    ] as const) {
      const clocks = clocksOf(log([...begun], ['2026-11-23', '08:10', 'turned', status]), promise);
      expect(clocks.map((clock) => [clock.goal, clock.state])).toEqual([
        ['resolution', state],
        ['first', 'void'],
      ]);
    }
    const again = clocksOf(
      log(
        [...begun],
        ['2026-11-23', '08:10', 'turned', 'resolved'],
        ['2026-11-23', '10:10', 'asked', 'open'],
      ),
      promise,
    );
    expect(by(again)).toEqual([
      ['resolution', 'running', '11-24T03:00', false],
      ['first', 'running', '11-23T04:00', false],
    ]);
  });

  test('what staff write first owes no answer until the client asks', () => {
    const clocks = clocksOf(
      log(['2026-11-23', '08:00', 'opened', 'waiting_customer'], ['2026-11-23', '10:00', 'asked', 'open']),
      promise,
    );
    expect(clocks.map(({ goal, startedAt, paused }) => [goal, startedAt, paused])).toEqual([
      ['resolution', at('2026-11-23', '08:00'), 2 * hour],
      ['first', at('2026-11-23', '10:00'), 0],
    ]);
  });

  test('nothing is promised, nothing runs', () => {
    const none = { ...promise, minutes: { first: null, next: null, resolution: null } };
    expect(
      clocksOf(log(['2026-11-23', '08:00', 'opened', 'new'], ['2026-11-23', '10:00', 'asked', 'open']), none),
    ).toEqual([]);
  });
});
