import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../../../kernel/values/dates.ts';
import { linesAt, linesOf, phaseAt, versionOn, type Charge, type Phase } from './charge.ts';
import type { Measure } from '../../../catalog/index.ts';
import { daysOf, indexOf, periodAt, scheduleFrom } from './periods.ts';
import { anyDay, anyPrice, anySchedule } from './test/anything.ts';

const none = { numerator: 0n, denominator: 1n };
const evergreen: Phase = { kind: 'evergreen', periods: null, off: none };
const monthly = scheduleFrom(date('2026-01-31'), 1);
const used =
  (units: Record<string, bigint>) =>
  (code: string): Measure => ({ units: units[code] ?? 1n });

const base: Charge = {
  code: 'base',
  due: 'advance',
  versions: [
    {
      version: 1,
      from: date('2020-01-01'),
      model: { model: 'flat', price: 100_000n },
      included: 0n,
      minimum: 0n,
    },
    {
      version: 2,
      from: date('2026-04-01'),
      model: { model: 'flat', price: 120_000n },
      included: 0n,
      minimum: 0n,
    },
  ],
  phases: [evergreen],
};
const requests: Charge = {
  code: 'requests',
  due: 'arrears',
  versions: [
    {
      version: 1,
      from: date('2020-01-01'),
      model: { model: 'standard', price: { numerator: 1n, denominator: 2n } },
      included: 1000n,
      minimum: 5000n,
    },
  ],
  phases: [evergreen],
};
const setup: Charge = {
  ...base,
  code: 'setup',
  due: 'once',
  versions: [{ ...base.versions[0]!, model: { model: 'flat', price: 50_000n } }],
};

test('an invoice asks ahead for the period that begins and in arrears for the one that ended; set-up only once', () => {
  const measure = used({ requests: 21_000n });
  const said = (index: number) =>
    linesAt([setup, base, requests], monthly, index, measure).map(
      ({ code, rule, period, amount, version }) => [code, rule, period.from, amount, version],
    );
  expect(said(0)).toEqual([
    ['setup', 'once', '2026-01-31', 50_000n, 1],
    ['base', 'recurring', '2026-01-31', 100_000n, 1],
  ]);
  expect(said(1)).toEqual([
    ['base', 'recurring', '2026-02-28', 100_000n, 1],
    ['requests', 'usage', '2026-01-31', 10_000n, 1],
  ]);
});

test('a new price holds for periods that begin when it does, not for the one that runs', () => {
  const versions = [2, 3].map((index) => linesAt([base], monthly, index, used({}))[0]!.version);
  expect(periodAt(monthly, 2).to > '2026-04-01').toBe(true);
  expect(versions).toEqual([1, 2]);
});

test('who uses little pays the minimum, as a line of its own', () => {
  const lines = linesAt([requests], monthly, 1, used({ requests: 3000n }));
  expect(lines.map(({ rule, amount, included }) => [rule, amount, included])).toEqual([
    ['usage', 1000n, 1000n],
    ['minimum', 4000n, 1000n],
  ]);
});

test('phases: free, then half, then the price for good; a fixed term without more just ends', () => {
  const phases: Phase[] = [
    { kind: 'trial', periods: 1, off: none },
    { kind: 'discount', periods: 2, off: { numerator: 1n, denominator: 2n } },
    evergreen,
  ];
  const amounts = [0, 1, 2, 3, 40].map(
    (index) =>
      linesAt([{ ...base, versions: [base.versions[0]!], phases }], monthly, index, used({}))[0]?.amount,
  );
  expect(amounts).toEqual([undefined, 50_000n, 50_000n, 100_000n, 100_000n]);
  expect(phaseAt([{ kind: 'fixed_term', periods: 12, off: none }], 12)).toBe(null);
});

test('a part of a period costs that part of the price and of the minimum', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, anyPrice, (schedule, day, price) => {
      const index = indexOf(schedule, day);
      const of = periodAt(schedule, index);
      const flat = {
        ...base.versions[0]!,
        from: date('1900-01-01'),
        model: { model: 'flat', price } as const,
      };
      const amount = (period: typeof of) =>
        linesOf({ ...base, versions: [flat] }, { index, of, period, measure: { units: 1n } }).reduce(
          (sum, line) => sum + line.amount,
          0n,
        );
      expect(amount(of)).toBe(price);
      if (day === of.from) return;
      const [before, rest] = [amount({ from: of.from, to: day }), amount({ from: day, to: of.to })];
      const off = before + rest - price;
      expect(off >= -1n && off <= 1n).toBe(true);
      const exact = price * BigInt(daysOf({ from: day, to: of.to })) * 2n;
      const distance = rest * 2n * BigInt(daysOf(of)) - exact;
      expect(distance <= BigInt(daysOf(of)) && distance >= -BigInt(daysOf(of))).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('one version is in force on each day, the latest that has begun', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { minLength: 1, maxLength: 8 }), fc.nat(4000), (days, later) => {
      const versions = days.map((from, version) => ({ ...base.versions[0]!, from, version }));
      const day = addDays(days.toSorted()[0]!, later);
      const { from } = versionOn(versions, day);
      expect(from <= day && !days.some((other) => other > from && other <= day)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
