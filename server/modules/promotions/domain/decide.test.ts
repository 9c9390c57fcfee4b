import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, date } from '../../../kernel/values/dates.ts';
import { beginDiscounts, discountsOn } from '../../services/index.ts';
import { decide } from './decide.ts';
import type { OrderedItem, Promotion } from './decide.ts';
import { promisedTo } from './promise.ts';

const occasion = { currency: 'IDR', today: date('2026-11-22'), newClient: true, first: 'fixed' } as const;
const promotion = (over: Partial<Promotion> = {}): Promotion => ({
  id: 'a',
  names: { id: 'Promo', en: 'Promotion' },
  code: null,
  percent: 1_000,
  amounts: null,
  minimums: {},
  coversSetup: false,
  periods: null,
  stacking: 'combined',
  products: [],
  plans: [],
  cycles: [],
  newClients: false,
  startsOn: null,
  endsOn: null,
  stopped: false,
  usedUp: false,
  usedByYou: false,
  ...over,
});
const item = (recurring: bigint, setup = 0n, over: Partial<OrderedItem> = {}): OrderedItem => ({
  planId: 'small',
  productId: 'server',
  cycle: 'monthly',
  recurring,
  setup,
  ...over,
});
const off = (promotions: Promotion[], items: OrderedItem[], over: object = {}) =>
  decide(promotions, items, { ...occasion, ...over }).applied.map(({ promotion: { id }, items: each }) => [
    id,
    ...each.map(({ recurring, setup }) => [recurring, setup]),
  ]);

test('a percentage of each price, set-up only where it is covered', () => {
  expect(off([promotion()], [item(200_000n, 100_000n)])).toEqual([['a', [20_000n, 0n]]]);
  expect(off([promotion({ coversSetup: true })], [item(200_000n, 100_000n)])).toEqual([
    ['a', [20_000n, 10_000n]],
  ]);
});

test('an amount is shared by price to the last unit, what recurs first, and set-up gets what remains', () => {
  const fixed = promotion({ percent: null, amounts: { IDR: 100_000 }, coversSetup: true });
  expect(off([fixed], [item(100_000n), item(200_000n)])).toEqual([['a', [33_333n, 0n], [66_667n, 0n]]]);
  expect(off([fixed], [item(60_000n, 100_000n)])).toEqual([['a', [60_000n, 40_000n]]]);
});

test('combined, amounts come off before percentages, or the reverse, as the business says', () => {
  const both = [
    promotion({ id: 'p', percent: 5_000 }),
    promotion({ id: 'f', percent: null, amounts: { IDR: 40_000 } }),
  ];
  expect(off(both, [item(100_000n)])).toEqual([
    ['f', [40_000n, 0n]],
    ['p', [30_000n, 0n]],
  ]);
  expect(off(both, [item(100_000n)], { first: 'percent' })).toEqual([
    ['p', [50_000n, 0n]],
    ['f', [40_000n, 0n]],
  ]);
});

test('an exclusive one stands alone: whichever way is more wins, and the code that loses is told why', () => {
  const alone = promotion({ id: 'x', percent: 3_000, stacking: 'exclusive', code: 'ALONE' });
  expect(off([promotion(), alone], [item(100_000n)])).toEqual([['x', [30_000n, 0n]]]);
  const better = promotion({ id: 'b', percent: 4_000 });
  const { applied, refused } = decide([better, alone], [item(100_000n)], occasion);
  expect(applied.map(({ promotion: { id } }) => id)).toEqual(['b']);
  expect(refused).toEqual([{ code: 'ALONE', why: 'better_without', minimum: null }]);
  // At a draw the code that somebody entered is used.
  expect(off([promotion({ percent: 3_000 }), alone], [item(100_000n)])).toEqual([['x', [30_000n, 0n]]]);
});

test.each([
  [{ endsOn: date('2026-11-21') }, {}, 'over'],
  [{ stopped: true }, {}, 'over'],
  [{ startsOn: date('2026-11-23') }, {}, 'not_yet'],
  [{ usedUp: true }, {}, 'used_up'],
  [{ usedByYou: true }, {}, 'used_by_you'],
  [{ newClients: true }, { newClient: false }, 'new_clients_only'],
  [{ plans: ['large'] }, {}, 'not_for_this'],
  [{ cycles: ['annual'] }, {}, 'not_for_this'],
  [{ percent: null, amounts: { USD: 500 } }, {}, 'other_currency'],
  [{ minimums: { IDR: 100_001 } }, {}, 'below_minimum'],
] as const)('%j does not apply: %s', (over, when, why) => {
  const asked = promotion({ code: 'CODE', ...over } as Partial<Promotion>);
  const { applied, refused } = decide([asked], [item(100_000n)], { ...occasion, ...when });
  expect(applied).toEqual([]);
  expect(refused[0]).toMatchObject({ code: 'CODE', why });
});

test('the first and the last day belong to it, and a minimum is met exactly', () => {
  const day = { startsOn: occasion.today, endsOn: occasion.today, minimums: { IDR: 100_000 } };
  expect(off([promotion(day)], [item(100_000n)])).toEqual([['a', [10_000n, 0n]]]);
});

const anyPrice = fc.bigInt({ min: 0n, max: 10_000_000n });
const anyItems = fc.array(
  fc.record({
    recurring: anyPrice,
    setup: anyPrice,
    planId: fc.constantFrom('small', 'large'),
    productId: fc.constant('server'),
    cycle: fc.constantFrom('monthly' as const, 'annual' as const),
  }),
  { minLength: 1, maxLength: 4 },
);
const anyPromotions = fc
  .array(
    fc.record({
      rate: fc.integer({ min: 1, max: 10_000 }),
      isPercent: fc.boolean(),
      amount: fc.integer({ min: 1, max: 5_000_000 }),
      coversSetup: fc.boolean(),
      stacking: fc.constantFrom('exclusive' as const, 'combined' as const),
      plans: fc.constantFrom([] as string[], ['small']),
      periods: fc.constantFrom(null, 1, 3),
      asked: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ rate, isPercent, amount, asked, ...same }, index) =>
      promotion({
        ...same,
        id: `p${index}`,
        code: asked ? `C${index}` : null,
        percent: isPercent ? rate : null,
        amounts: isPercent ? null : { IDR: amount },
      }),
    ),
  );
const anyOccasion = fc
  .constantFrom('fixed' as const, 'percent' as const)
  .map((first) => ({ ...occasion, first }));
const runs = { numRuns: 2_000 };

test('nothing ever costs less than nothing, and an amount is never more than it says', () => {
  fc.assert(
    fc.property(anyPromotions, anyItems, anyOccasion, (promotions, items, when) => {
      const { applied } = decide(promotions, items, when);
      items.forEach((one, index) => {
        const sum = (what: 'recurring' | 'setup') =>
          applied.reduce((total, { items: each }) => total + each[index]![what], 0n);
        expect(sum('recurring') >= 0n && sum('recurring') <= one.recurring).toBe(true);
        expect(sum('setup') >= 0n && sum('setup') <= one.setup).toBe(true);
      });
      for (const {
        promotion: { amounts },
        items: each,
      } of applied) {
        const whole = each.reduce((total, { recurring, setup }) => total + recurring + setup, 0n);
        if (amounts) expect(whole <= BigInt(amounts['IDR']!)).toBe(true);
      }
    }),
    runs,
  );
});

test('in whatever order promotions are found, the decision is the same', () => {
  fc.assert(
    fc.property(
      anyPromotions,
      anyItems,
      anyOccasion,
      fc.integer({ min: 0, max: 10 }),
      (promotions, items, when, turn) => {
        const turned = [...promotions.slice(turn % 5), ...promotions.slice(0, turn % 5)].toReversed();
        expect(decide(turned, items, when).applied).toEqual(decide(promotions, items, when).applied);
      },
    ),
    runs,
  );
});

test('what is promised takes as much off the first period as the order did', () => {
  fc.assert(
    fc.property(anyPromotions, anyItems, anyOccasion, (promotions, items, when) => {
      const { applied } = decide(promotions, items, when);
      items.forEach((one, index) => {
        const anchor = date('2026-11-22');
        const promised = beginDiscounts(promisedTo(index, one, applied, String), anchor);
        const first = { from: anchor, to: addMonths(anchor, one.cycle === 'annual' ? 12 : 1) };
        const now = applied.reduce((total, { items: each }) => total + each[index]!.recurring, 0n);
        expect(discountsOn(one, promised, first).whole).toBe(now);
      });
    }),
    runs,
  );
});
