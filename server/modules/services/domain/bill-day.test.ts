import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date, dayOf, daysBetween, daysInMonth } from '../../../kernel/values/dates.ts';
import { anchorFor, firstPaid, isPart, piecesOf, priceOfPiece, shareOf } from './bill-day.ts';
import { beginDiscounts, type ServiceDiscount } from './discounts.ts';
import { firstWholeFrom, monthsOf, periodFrom } from './terms.ts';

const anyDay = fc.integer({ min: 0, max: 36_600 }).map((days) => addDays(date('2001-01-01'), days));
const anyCycle = fc.constantFrom(...(Object.keys(monthsOf) as (keyof typeof monthsOf)[]));
const chosen = fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(31));
const anyAmount = fc.bigInt({ min: 0n, max: 10n ** 12n });

test('periods follow each other from the day of the month on, whenever it began, over month ends and leap years', () => {
  fc.assert(
    fc.property(anyDay, anyCycle, chosen, (begins, cycle, day) => {
      const anchor = anchorFor(begins, cycle, { day, togetherFrom: null });
      expect(anchor <= begins).toBe(true);
      let { from, to } = periodFrom(begins, cycle, anchor)!;
      expect(from).toBe(begins);
      for (let nth = 0; nth < 30; nth++) {
        // Only a year of Februaries may forget that the 29th is the last.
        const exact = dayOf(to) === Math.min(day, daysInMonth(to)) || (day === 31 && daysInMonth(to) === 29);
        expect(exact).toBe(true);
        const next = periodFrom(to, cycle, anchor)!;
        expect(next.from).toBe(to);
        ({ from, to } = next);
        expect(isPart(piecesOf(next, cycle, anchor)[0]!)).toBe(false);
      }
      const [first] = piecesOf(periodFrom(begins, cycle, anchor)!, cycle, anchor);
      expect(daysBetween(first!.from, first!.to)).toBeLessThanOrEqual(
        daysBetween(first!.of.from, first!.of.to),
      );
    }),
    { numRuns: 600 },
  );
});

test('what is paid with an order reaches to the chosen day, or one whole period further; its pieces meet', () => {
  const together = fc.option(fc.integer({ min: 1, max: 31 }));
  fc.assert(
    fc.property(anyDay, anyCycle, chosen, together, (on, cycle, day, togetherFrom) => {
      const span = firstPaid(on, cycle, { day, togetherFrom })!;
      const pieces = piecesOf(span, cycle, anchorFor(on, cycle, { day, togetherFrom }));
      expect([pieces[0]!.from, pieces.at(-1)!.to]).toEqual([on, span.to]);
      pieces.slice(1).forEach((piece, nth) => expect(piece.from).toBe(pieces[nth]!.to));
      expect(pieces.length).toBeLessThanOrEqual(togetherFrom === null ? 1 : 2);
      expect(pieces.slice(1).some(isPart)).toBe(false);
      if (firstWholeFrom(on, day) === on) expect(pieces.length).toBe(1);
    }),
    { numRuns: 2000 },
  );
});

test('a part is the whole by days of days, rounded once; a part and the rest of its period come to the whole within a unit', () => {
  fc.assert(
    fc.property(anyAmount, anyDay, anyCycle, chosen, (sum, begins, cycle, day) => {
      const anchor = anchorFor(begins, cycle, { day, togetherFrom: null });
      const [piece] = piecesOf(periodFrom(begins, cycle, anchor)!, cycle, anchor);
      const { of } = piece!;
      const share = shareOf(sum, piece!);
      const [part, whole] = [BigInt(daysBetween(begins, piece!.to)), BigInt(daysBetween(of.from, of.to))];
      const miss = share * whole - sum * part;
      expect((miss < 0n ? -miss : miss) * 2n <= whole).toBe(true);
      if (of.from < begins) {
        const gap = share + shareOf(sum, { from: of.from, to: begins, of }) - sum;
        expect(gap >= -1n && gap <= 1n).toBe(true);
      } else expect(share).toBe(sum);
    }),
    { numRuns: 2000 },
  );
});

test('ordered on the 20th, billed on the 1st: the rest of the month, with the next one from the 20th on', () => {
  const paid = (on: string, over: object = {}) =>
    firstPaid(date(on), 'monthly', { day: 1, togetherFrom: 20, ...over });
  expect(paid('2026-11-19')).toEqual({ from: '2026-11-19', to: '2026-12-01' });
  expect(paid('2026-11-20')).toEqual({ from: '2026-11-20', to: '2027-01-01' });
  expect(paid('2026-11-01')).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  // Billed on the 15th, together from the 10th: who orders on the 20th has most of a month ahead.
  expect(paid('2026-11-20', { day: 15, togetherFrom: 10 })!.to).toBe('2026-12-15');
  expect(paid('2026-11-12', { day: 15, togetherFrom: 10 })!.to).toBe('2026-12-15');
  expect(paid('2028-02-20', { day: 31, togetherFrom: null })).toEqual({
    from: '2028-02-20',
    to: '2028-02-29',
  });
  const annual = firstPaid(date('2026-11-20'), 'annual', { day: 1, togetherFrom: null })!;
  expect(piecesOf(annual, 'annual', date('2025-12-01'))).toEqual([
    { from: '2026-11-20', to: '2026-12-01', of: { from: '2025-12-01', to: '2026-12-01' } },
  ]);
});

test('a part costs what the first whole period does, discounts and all, and their months count from that', () => {
  const step: ServiceDiscount = {
    redemption: 'plan',
    names: { id: 'Harga perkenalan', en: 'Introductory price' },
    percent: 5_000,
    amount: null,
    cycle: 'monthly',
    plans: ['plan'],
    cycles: [],
    periods: 2,
    until: null,
  };
  const anchor = date('2026-11-01');
  const discounts = beginDiscounts([step], date('2026-12-01'), anchor);
  expect(discounts[0]!.until).toBe('2027-02-01');
  const terms = { planId: 'plan', cycle: 'monthly', recurring: 100_001n } as const;
  const price = (from: string) => {
    const [piece] = piecesOf(periodFrom(date(from), 'monthly', anchor)!, 'monthly', anchor);
    const { price: whole, off } = priceOfPiece(terms, discounts, piece!);
    expect(off.parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n)).toBe(off.whole);
    return [whole, off.whole];
  };
  // 11 of 30 days.
  expect(price('2026-11-20')).toEqual([36_667n, 18_334n]);
  expect(price('2026-12-01')).toEqual([100_001n, 50_001n]);
  expect(price('2027-02-01')).toEqual([100_001n, 0n]);
});
