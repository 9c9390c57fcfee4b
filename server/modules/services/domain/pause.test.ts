import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, date, dateIn, dayOf, daysBetween } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { daysOwed, discountsOn } from './discounts.ts';
import { movedDay, paidTime } from './paid-time.ts';
import { goesOn, keptDays } from './pause.ts';
import type { Pause, PauseUnused } from './pause.ts';
import { periodFrom } from './terms.ts';
import type { Cycle, Period } from './terms.ts';

type Paused = Parameters<typeof goesOn>[0];

const service = (over: Partial<Paused> = {}): Paused => ({
  period: { from: date('2026-01-10'), to: date('2026-02-10') },
  anchorOn: date('2026-01-10'),
  cycle: 'monthly',
  paidThrough: date('2026-02-10'),
  moved: [],
  recurring: 100_000n,
  choices: {},
  pause: null,
  billDay: null,
  discounts: [],
  term: null,
  termEndsOn: null,
  coming: null,
  ...over,
});
const pauseOn = (on: string, unused: PauseUnused): Pause => ({ on: date(on), resumeOn: null, unused });

test('time that stood still goes on to the day, and what was agreed on for later keeps its length', () => {
  const discount = { redemption: 'x', names: { id: 'x', en: 'x' }, percent: 1000, amount: null } as const;
  const promised = { ...discount, cycle: 'monthly', plans: [], cycles: [], periods: 3 } as const;
  const paused = service({
    pause: pauseOn('2026-01-20', 'extend'),
    discounts: [{ ...promised, until: date('2026-04-10') }],
    coming: { on: date('2026-03-10'), recurring: 1n, version: null, choices: {}, move: 'm' },
  });
  expect(keptDays(paused)).toBe(21);
  const after = goesOn(paused, date('2026-03-01'), 14);
  expect(after).toMatchObject({
    period: { from: '2026-03-01', to: '2026-03-22' },
    paidThrough: '2026-03-22',
    anchorOn: '2026-03-22',
    nextInvoiceOn: '2026-03-12',
    // Two more months than the one that is paid for, as before.
    discounts: [{ until: '2026-05-22' }],
    coming: { on: '2026-04-22' },
  });
  // What is left of it is worth as much as before: 21 of 31 days.
  const [left] = paidTime({ ...paused, ...after }, date('2026-03-01'));
  expect(left).toMatchObject({
    from: '2026-02-19',
    to: '2026-03-22',
    start: '2026-03-01',
    since: '2026-01-10',
  });
});

test('where nothing is left a new period begins, and time that passes is not moved', () => {
  const on = date('2026-03-01');
  const credited = service({ pause: pauseOn('2026-01-20', 'credit'), paidThrough: date('2026-01-20') });
  expect(goesOn(credited, on, 14)).toMatchObject({
    period: { from: '2026-01-20', to: on },
    anchorOn: on,
    nextInvoiceOn: on,
  });
  const passing = service({ pause: pauseOn('2026-01-20', 'none') });
  expect(goesOn(passing, date('2026-02-01'), 14)).toMatchObject({ paidThrough: '2026-02-10', moved: [] });
  expect(goesOn(passing, on, 14)).toMatchObject({
    period: { from: '2026-02-10', to: on },
    nextInvoiceOn: on,
  });
});

test('what is billed on a day of the month goes on to be, with a part of a period up to it', () => {
  const paused = service({
    billDay: { day: 10, togetherFrom: null },
    pause: pauseOn('2026-01-20', 'extend'),
  });
  const after = goesOn(paused, date('2026-03-01'), 14);
  expect(after).toMatchObject({
    anchorOn: '2026-01-10',
    paidThrough: '2026-03-22',
    period: { to: '2026-03-22' },
  });
  expect(periodFrom(after.period!.to, 'monthly', after.anchorOn!)).toEqual({
    from: '2026-03-22',
    to: '2026-04-10',
  });
});

test('a day keeps its whole months behind a boundary, else its days', () => {
  const to = date('2026-03-05');
  const boundary = (months: number) => addMonths(to, months);
  const cut = { base: date('2026-01-31'), to, was: 31, boundary };
  expect(movedDay(date('2026-02-28'), cut)).toBe('2026-04-05');
  expect(movedDay(date('2026-04-30'), cut)).toBe('2026-06-05');
  expect(movedDay(date('2026-03-01'), cut)).toBe('2026-04-03');
});

const zone = fc.constantFrom(
  'Asia/Jakarta',
  'Pacific/Kiritimati',
  'America/New_York',
  'Europe/Berlin',
  'UTC',
);
const cycle = fc.constantFrom<Cycle>('monthly', 'quarterly', 'annual');
const step = fc.oneof(
  fc.record({ act: fc.constant('live' as const), hours: fc.integer({ min: 0, max: 2400 }) }),
  fc.record({
    act: fc.constant('pause' as const),
    unused: fc.constantFrom<PauseUnused>('extend', 'extend', 'credit', 'none'),
    atEnd: fc.boolean(),
    hours: fc.integer({ min: 0, max: 4000 }),
  }),
  fc.record({ act: fc.constant('change' as const), to: cycle }),
);

/** Lives through a service day by day. */
function live(
  steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
  of: Cycle,
  tz: string,
) {
  let now = Date.parse('2024-01-30T22:30:00Z');
  const today = () => dateIn(tz, new Date(now));
  const first = periodFrom(today(), of, today())!;
  let it = service({ period: first, anchorOn: first.from, paidThrough: first.to, cycle: of });
  /** The days that were served, and how many were bought, given back and given up. */
  const served: Period[] = [];
  let [bought, back] = [daysBetween(first.from, first.to), 0];
  let from = today();
  const serve = (to: CalendarDate) => {
    if (from < to) served.push({ from, to });
    from = to;
  };
  const left = () => Math.max(0, daysBetween(today(), it.paidThrough!));
  /** On the day it is paid up to, the next period is invoiced and paid. */
  const renew = () => {
    while (it.paidThrough! <= today()) {
      const begins = it.period!.to;
      const next = periodFrom(begins, it.cycle, it.anchorOn!)!;
      bought += daysBetween(next.from, next.to);
      it = { ...it, period: next, paidThrough: next.to };
    }
  };
  for (const each of steps) {
    if (each.act === 'live') now += each.hours * 3_600_000;
    renew();
    if (each.act === 'change') {
      serve(today());
      back += left();
      const begins = periodFrom(today(), each.to, today())!;
      bought += daysBetween(begins.from, begins.to);
      it = {
        ...it,
        period: begins,
        anchorOn: begins.from,
        paidThrough: begins.to,
        cycle: each.to,
        moved: [],
      };
    }
    if (each.act !== 'pause') continue;
    const before = it;
    if (each.atEnd) now += left() * 24 * 3_600_000;
    const on = each.atEnd ? it.paidThrough! : today();
    const stands = { on, resumeOn: null, unused: each.unused };
    serve(on);
    if (each.unused === 'credit' && !each.atEnd) back += left();
    it = {
      ...it,
      pause: stands,
      ...(each.unused === 'credit' && it.paidThrough! > on && { paidThrough: on }),
    };
    const day = today() < on ? on : today();
    now += each.hours * 3_600_000;
    const again = today() < day ? day : today();
    if (each.unused === 'none')
      back += Math.max(0, daysBetween(on, again < it.paidThrough! ? again : it.paidThrough!));
    it = { ...it, ...goesOn(it, again, 14), pause: null };
    from = again;
    expect(it.period!.from < it.period!.to).toBe(true);
    expect(it.paidThrough! >= on).toBe(true);
    const nothing = { pause: null, nextInvoiceOn: null };
    if (again === on && each.unused !== 'credit')
      expect({ ...it, ...nothing }).toEqual({ ...before, ...nothing });
    // What is worth something when it is given up tiles the time that is paid for.
    const parts = paidTime(it, again);
    for (const [nth, part] of parts.entries()) if (nth > 0) expect(part.from).toBe(parts[nth - 1]!.to);
    expect(parts.at(-1)?.to ?? it.paidThrough).toBe(it.paidThrough);
    if (it.paidThrough! <= today()) renew();
  }
  serve(today() < from ? from : today());
  return { served, bought, back, left: left(), it, today: today() };
}

test('whatever is paused, resumed and changed, days are served once and none that was paid for is lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), cycle, zone, (steps, of, tz) => {
      const { served, bought, back, left } = live(steps, of, tz);
      for (const [nth, span] of served.entries())
        if (nth > 0) expect(span.from >= served[nth - 1]!.to).toBe(true);
      const days = served.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
      expect(days + back + left).toBe(bought);
    }),
    { numRuns: 500 },
  );
});

test('after a pause periods go on from the day it moved to, and promises cover as many of them', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(date('2024-01-01'), days));
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 27 }),
      fc.integer({ min: 1, max: 400 }),
      (anchor, used, gap) => {
        const period = periodFrom(anchor, 'monthly', anchor)!;
        const on = addDays(anchor, used);
        const until = addMonths(anchor, 5, dayOf(anchor));
        const promise = {
          redemption: 'x',
          names: { id: '', en: '' },
          percent: 1,
          amount: null,
          cycle: 'monthly',
        } as const;
        const after = goesOn(
          service({
            period,
            anchorOn: anchor,
            paidThrough: period.to,
            pause: { on, resumeOn: null, unused: 'extend' },
            discounts: [{ ...promise, plans: [], cycles: [], periods: 5, until }],
          }),
          addDays(on, gap),
          14,
        );
        expect(after.paidThrough).toBe(addDays(period.to, gap));
        let [to, times] = [after.period!.to, 0];
        while (to < after.discounts[0]!.until!) {
          to = periodFrom(to, 'monthly', after.anchorOn!)!.to;
          times++;
        }
        expect([times, to]).toEqual([4, after.discounts[0]!.until]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('days that were paid for and not had come off one whole period, whatever was paused before it', () => {
  const promise = { redemption: 'x', names: { id: 'x', en: 'x' }, percent: null, amount: 30_000 } as const;
  const prepaid = {
    ...promise,
    cycle: 'monthly',
    plans: [],
    cycles: [],
    periods: 1,
    prepaid: true,
    from: date('2026-02-10'),
    until: date('2026-03-10'),
  } as const;
  const paused = service({
    billDay: { day: 10, togetherFrom: null },
    discounts: [prepaid],
    pause: pauseOn('2026-01-20', 'extend'),
  });
  expect(daysOwed(paused, date('2026-01-20'))).toBe(prepaid);
  const after = { ...paused, ...goesOn(paused, date('2026-03-01'), 14) };
  // Paid up to the 22nd, then the part up to the 10th, at its price; then less them.
  expect(after.discounts).toEqual([{ ...prepaid, from: '2026-04-10', until: '2026-05-10' }]);
  const terms = { planId: 'x', cycle: 'monthly', recurring: 300_000n } as const;
  const off = (from: string, to: string) =>
    discountsOn(terms, after.discounts, { from: date(from), to: date(to) }).whole;
  expect([
    off('2026-03-22', '2026-04-10'),
    off('2026-04-10', '2026-05-10'),
    off('2026-05-10', '2026-06-10'),
  ]).toEqual([0n, 30_000n, 0n]);
  // Of another cycle from then on, it comes off that.
  expect(
    discountsOn({ ...terms, cycle: 'annual' }, after.discounts, {
      from: date('2026-04-10'),
      to: date('2027-04-10'),
    }).whole,
  ).toBe(30_000n);
  // Once they came off, nothing is owed, and nothing is moved.
  const had = {
    ...paused,
    period: { from: date('2026-02-10'), to: date('2026-03-10') },
    paidThrough: date('2026-03-10'),
  };
  expect(daysOwed(had, date('2026-02-20'))).toBe(null);
  expect(
    goesOn({ ...had, pause: pauseOn('2026-02-20', 'extend') }, date('2026-03-01'), 14).discounts,
  ).toEqual([prepaid]);
});
