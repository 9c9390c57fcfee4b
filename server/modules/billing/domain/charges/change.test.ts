import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date, dateIn } from '../../../../kernel/values/dates.ts';
import { netOf, settle, type Change } from './change.ts';
import { daysOf, indexOf, periodAt, periodsIn, scheduleFrom, secondsOf } from './periods.ts';
import { prorate, restOf } from './proration.ts';
import { anyDay, anyPrice, anySchedule, anyZone, instantOn } from './test/anything.ts';

const runs = { numRuns: 10_000 };
const anySecond = fc.integer({ min: 0, max: 79_000 });
const anyUnit = fc.constantFrom('day' as const, 'second' as const);

/** A change somewhere in paid time that reaches into one to three periods. */
const anyChange = fc
  .tuple(anySchedule, anyDay, anySecond, anyZone, anyUnit, fc.integer({ min: 0, max: 2 }), anyPrice, anyPrice)
  .map(([schedule, day, second, zone, proration, ahead, one, other]): Change => {
    const first = indexOf(schedule, day);
    return {
      at: instantOn(day, zone, second),
      zone,
      proration,
      paid: Array.from({ length: ahead + 1 }, (_, nth) => periodAt(schedule, first + nth)),
      before: { quantity: 1, price: one },
      after: { quantity: 1, price: other },
      begins: null,
      setup: 0n,
    };
  });

test('an upgrade after half of November: half of what is not used back, half of the new price', () => {
  const lines = settle({
    at: new Date('2026-11-15T17:00:00Z'),
    zone: 'Asia/Jakarta',
    proration: 'day',
    paid: [{ from: date('2026-11-01'), to: date('2026-12-01') }],
    before: { quantity: 1, price: 150_000n },
    after: { quantity: 1, price: 300_000n },
    begins: null,
    setup: 0n,
  });
  expect(lines.map(({ rule, period, share, amount }) => [rule, period?.from, share?.part, amount])).toEqual([
    ['unused_time', '2026-11-16', 15, -75_000n],
    ['rest_of_period', '2026-11-16', 15, 150_000n],
  ]);
});

test('a change and the change back at one instant come to nothing, in any zone', () => {
  fc.assert(
    fc.property(anyChange, (change) => {
      const back = { ...change, before: change.after!, after: change.before };
      expect(netOf(settle(change)) + netOf(settle(back))).toBe(0n);
    }),
    runs,
  );
});

test('any walk of changes at one instant costs the same as the direct way', () => {
  fc.assert(
    fc.property(anyChange, fc.array(anyPrice, { maxLength: 6 }), (change, prices) => {
      const stops = [change.before.price, ...prices, change.after!.price];
      const walked = stops.slice(1).reduce((sum, price, nth) => {
        const terms = (of: bigint) => ({ quantity: 1, price: of });
        return sum + netOf(settle({ ...change, before: terms(stops[nth]!), after: terms(price) }));
      }, 0n);
      expect(walked).toBe(netOf(settle(change)));
    }),
    { numRuns: 2000 },
  );
});

test('nothing is given back twice or beyond what was paid, and a later change gives back no more', () => {
  fc.assert(
    fc.property(anyChange, fc.nat(90_000), (change, later) => {
      const ending = { ...change, after: null };
      const given = -netOf(settle(ending));
      expect(given >= 0n && given <= change.before.price * BigInt(change.paid.length)).toBe(true);
      const after = { ...ending, at: new Date(change.at.getTime() + later * 1000) };
      expect(-netOf(settle(after))).toBeLessThanOrEqual(given);
    }),
    runs,
  );
});

test('what is used and what is left are the whole period, by days and by seconds, also where clocks change', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, anySecond, anyZone, (schedule, day, second, zone) => {
      const period = periodAt(schedule, indexOf(schedule, day));
      const at = instantOn(day, zone, second);
      const days = restOf(period, at, zone, 'day');
      const today = dateIn(zone, at);
      const used = today > period.from ? daysOf({ from: period.from, to: today }) : 0;
      expect(days.part + used).toBe(days.whole);
      const seconds = restOf(period, at, zone, 'second');
      expect(seconds.whole).toBe(secondsOf(period, zone));
      expect(seconds.part + (at.getTime() - instantOn(period.from, zone, 0).getTime()) / 1000).toBe(
        seconds.whole,
      );
    }),
    runs,
  );
});

test('lines are for days that were paid for, with no day twice, and say themselves why', () => {
  fc.assert(
    fc.property(anyChange, (change) => {
      const lines = settle(change);
      for (const rule of ['unused_time', 'rest_of_period']) {
        const periods = lines.filter((line) => line.rule === rule).flatMap(({ period }) => period ?? []);
        periods.slice(1).forEach((period, nth) => expect(period.from).toBe(periods[nth]!.to));
      }
      for (const { amount, price, share } of lines) {
        expect(amount).toBe(share === null ? price : prorate(price, share));
      }
      // Replayed from what was kept as text, it is the same.
      expect(settle({ ...change, at: new Date(change.at.toISOString()) })).toEqual(lines);
    }),
    { numRuns: 3000 },
  );
});

test('another cycle: all that is not used comes back, and a whole first period is charged', () => {
  fc.assert(
    fc.property(anyChange, anyPrice, (change, setup) => {
      const today = dateIn(change.zone, change.at);
      const begins = periodAt(scheduleFrom(today, 12), 0);
      const net = netOf(settle({ ...change, begins, setup }));
      expect(net).toBe(netOf(settle({ ...change, after: null })) + change.after!.price + setup);
    }),
    { numRuns: 3000 },
  );
});

test('a year of random changes by days: what was paid is within a unit for each change of what the days cost', () => {
  const anyYear = fc.record({
    schedule: anySchedule,
    zone: anyZone,
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), anyPrice), { minLength: 1, maxLength: 20 }),
    price: anyPrice,
  });
  fc.assert(
    fc.property(anyYear, ({ schedule, zone, steps, price }) => {
      const year = { from: schedule.anchor, to: periodAt(schedule, Math.ceil(12 / schedule.months)).from };
      const periods = periodsIn(schedule, year);
      let [day, current, paid] = [year.from, price, 0n];
      let billed = 0;
      const spans: { from: typeof day; to: typeof day; price: bigint }[] = [];
      const renew = () => {
        while (billed < periods.length && periods[billed]!.from <= day) {
          paid += current;
          billed += 1;
        }
      };
      renew();
      for (const [days, next] of [...steps, [0, 0n] as const]) {
        const until = addDays(day, days);
        while (billed < periods.length && periods[billed]!.from <= until) {
          const { from } = periods[billed]!;
          spans.push({ from: day, to: from, price: current });
          day = from;
          renew();
        }
        if (until >= year.to) break;
        spans.push({ from: day, to: until, price: current });
        day = until;
        const running = periods[billed - 1]!;
        paid += netOf(
          settle({
            at: instantOn(day, zone, 60),
            zone,
            proration: 'day',
            paid: [running],
            before: { quantity: 1, price: current },
            after: { quantity: 1, price: next },
            begins: null,
            setup: 0n,
          }),
        );
        current = next;
      }
      const end = periods[billed - 1]!.to;
      spans.push({ from: day, to: end, price: current });
      // Each day at its price, in a denominator that all lengths of periods divide.
      const lengths = [...new Set(periods.map(daysOf))].map(BigInt);
      const denominator = lengths.reduce((product, length) => product * length, 1n);
      const exact = spans.reduce((sum, span) => {
        if (span.from >= span.to) return sum;
        return periodsIn(schedule, span).reduce((inner, period) => {
          const from = span.from > period.from ? span.from : period.from;
          const to = span.to < period.to ? span.to : period.to;
          if (from >= to) return inner;
          return inner + (span.price * BigInt(daysOf({ from, to })) * denominator) / BigInt(daysOf(period));
        }, sum);
      }, 0n);
      const off = paid * denominator - exact;
      const bound = denominator * BigInt(steps.length + 1);
      expect(off <= bound && off >= -bound).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
