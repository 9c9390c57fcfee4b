import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../../../kernel/values/dates.ts';
import { fromPlaces, ratioOf, toPlaces } from '../../../catalog/index.ts';
import type { MeteredCharge } from '../../../catalog/index.ts';
import { daysOf, indexOf, periodAt, scheduleFrom } from './periods.ts';
import { prorate } from './proration.ts';
import { anyDay } from './test/anything.ts';
import { rateUsage } from './usage.ts';
import type { UsedDays } from './usage.ts';

const words = { id: 'Trafik', en: 'Traffic' };
const meterOf = (decimals: number) => ({
  id: 'traffic',
  code: 'traffic',
  name: words,
  unit: { id: 'GB', en: 'GB' },
  aggregation: 'sum' as const,
  decimals,
  rounding: 'nearest' as const,
});
const whole: UsedDays = {
  from: date('2026-10-01'),
  to: date('2026-11-01'),
  anchor: date('2026-10-01'),
  cycle: 'monthly',
  currency: 'IDR',
  version: 3,
};

const rate = (charge: MeteredCharge, quantity: bigint, days = whole, events = 1n) =>
  rateUsage(days, [charge], () => ({ quantity, events }))[0]!;
const costs = (charge: MeteredCharge, quantity: string, over: Partial<UsedDays> = {}, events = 1n) =>
  rate(charge, toPlaces(quantity, charge.meter.decimals), { ...whole, ...over }, events).amount;

const anyEach = fc
  .tuple(fc.nat(5000), fc.nat(999_999))
  .map(([units, part]) => `${units}.${String(part).padStart(6, '0')}`);
const anyEnds = fc
  .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 0, maxLength: 5 })
  .map((ends) => ends.toSorted((a, b) => a - b));
const anyTiers = fc
  .tuple(
    anyEnds,
    fc.array(anyEach, { minLength: 6, maxLength: 6 }),
    fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
  )
  .map(([ends, each, fixed]) =>
    [...ends, null].map((end, nth) => ({
      upTo: end === null ? null : String(end),
      each: each[nth]!,
      fixed: fixed[nth]!,
    })),
  );
const anyTerms = fc.record({ included: fc.nat(800).map(String), minimum: fc.nat(50_000) });
const anyDecimals = fc.integer({ min: 0, max: 6 });
/** Every model but volume, whose units may all get cheaper where a tier is reached. */
const anyMonotone: fc.Arbitrary<MeteredCharge> = fc
  .tuple(
    fc.oneof(
      anyEach.map((each) => ({ model: 'standard' as const, each })),
      fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat(90_000)).map(([size, price]) => {
        return { model: 'package' as const, size: String(size), price };
      }),
      anyTiers.map((tiers) => ({ model: 'graduated' as const, tiers })),
      anyTiers.map((tiers) => ({ model: 'graduated_percentage' as const, tiers })),
      fc.tuple(fc.nat(90), fc.nat(500)).map(([percent, fee]) => {
        return { model: 'percentage' as const, rate: `${percent}.25`, fee };
      }),
    ),
    anyTerms,
    anyDecimals,
  )
  .map(([model, terms, decimals]) => ({ ...model, ...terms, meter: meterOf(decimals) }));
const anyCharge = fc.oneof(
  anyMonotone,
  fc.tuple(anyTiers, anyTerms, anyDecimals).map(([tiers, terms, decimals]): MeteredCharge => {
    return { model: 'volume', tiers, ...terms, meter: meterOf(decimals) };
  }),
);

test('1,250.5 units by each model, worked out by hand', () => {
  const terms = { meter: meterOf(1), included: '100', minimum: 0 };
  const tiers = [
    { upTo: '1000', each: '500', fixed: 0 },
    { upTo: null, each: '400.5', fixed: 10_000 },
  ];
  expect(costs({ model: 'standard', each: '0.25', ...terms }, '1250.5')).toBe(288n);
  expect(costs({ model: 'package', size: '100', price: 7000, ...terms }, '1250.5')).toBe(84_000n);
  expect(costs({ model: 'graduated', tiers, ...terms }, '1250.5')).toBe(500_000n + 60_275n + 10_000n);
  expect(costs({ model: 'volume', tiers, ...terms }, '1250.5')).toBe(460_775n + 10_000n);
  const money = { meter: meterOf(2), included: '0', minimum: 0 };
  const card = { model: 'percentage' as const, rate: '2.9', fee: 30, ...money };
  expect(costs(card, '1250.50', { currency: 'USD' }, 2n)).toBe(3686n);
  expect(costs(card, '1000000', { currency: 'IDR' }, 3n)).toBe(29_090n);
  const rates = [
    { upTo: '1000', each: '3', fixed: 0 },
    { upTo: null, each: '1.5', fixed: 0 },
  ];
  expect(costs({ model: 'graduated_percentage', tiers: rates, ...money }, '2000', { currency: 'USD' })).toBe(
    4500n,
  );
  expect(costs({ model: 'standard', each: '10', ...terms, minimum: 5000 }, '300')).toBe(5000n);
});

test('what was reported in parts costs what it costs at once, however it was split', () => {
  fc.assert(
    fc.property(
      anyCharge,
      fc.array(fc.tuple(fc.nat(3000), fc.nat(999_999)), { minLength: 1, maxLength: 12 }),
      (charge, parts) => {
        const decimals = parts.map(([units, part]) =>
          fromPlaces(BigInt(units) * 1_000_000n + BigInt(part), 6),
        );
        const exact = decimals.reduce(
          (sum, one) => sum + ratioOf(one).numerator * (1_000_000n / ratioOf(one).denominator),
          0n,
        );
        const quantity = toPlaces(fromPlaces(exact, 6), charge.meter.decimals);
        const [one, other] = [rate(charge, quantity), rate(charge, quantity)];
        // Rated again, it is the same, line by line.
        expect(other).toEqual(one);
        expect(toPlaces(fromPlaces(quantity, charge.meter.decimals), charge.meter.decimals)).toBe(quantity);
        // Steps add up to the line, lines to the whole.
        for (const line of one.lines.filter(({ rule }) => rule === 'usage'))
          expect(line.steps.reduce((sum, { amount }) => sum + amount, 0n)).toBe(line.amount);
        expect(one.lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(one.amount);
        // A charge as JSON kept it rates the same.
        expect(rate(JSON.parse(JSON.stringify(charge)) as MeteredCharge, quantity)).toEqual(one);
      },
    ),
    { numRuns: 4000 },
  );
});

test('more never costs less, but where all units get cheaper; what is included is free, and a minimum is reached', () => {
  fc.assert(
    fc.property(anyMonotone, fc.nat(9_000_000), fc.nat(9_000_000), (charge, some, more) => {
      const [less, most] = [rate(charge, BigInt(some)), rate(charge, BigInt(some + more))];
      expect(most.amount >= less.amount).toBe(true);
      expect(less.amount >= BigInt(charge.minimum)).toBe(true);
      const free = toPlaces(charge.included, charge.meter.decimals);
      if (charge.model !== 'percentage') {
        expect(rate(charge, free).amount).toBe(BigInt(charge.minimum));
        expect(rate({ ...charge, minimum: 0, included: '0' }, 0n).lines).toEqual([]);
      }
    }),
    { numRuns: 6000 },
  );
});

test('parts of a period share what is included and the minimum by days, within one place and one unit', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 27 }), anyTerms, (anchor, days, terms) => {
      const charge: MeteredCharge = { model: 'standard', each: '1', ...terms, meter: meterOf(2) };
      const of = periodAt(scheduleFrom(anchor, 1), 0);
      const cut = addDays(of.from, days);
      const used: UsedDays = { ...whole, anchor, ...of };
      const part = (from: typeof cut, to: typeof cut) => rate(charge, 0n, { ...used, from, to });
      const [before, after] = [part(of.from, cut), part(cut, of.to)];
      const off = before.amount + after.amount - BigInt(charge.minimum);
      expect(off >= -1n && off <= 1n).toBe(true);
      const half = { part: days, whole: daysOf(of), unit: 'day' as const };
      const free = prorate(toPlaces(charge.included, 2), half);
      const minimum = { ...charge, minimum: 0 };
      expect(rate(minimum, free, { ...used, to: cut }).amount).toBe(0n);
      expect(rate(minimum, free + 100n, { ...used, to: cut }).amount).toBe(1n);
      expect(indexOf(scheduleFrom(anchor, 1), cut)).toBe(0);
    }),
    { numRuns: 3000 },
  );
});
