import { addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import type { BillDay } from '../../catalog/index.ts';
import { discountsOn, type DiscountPart, type PeriodDiscount, type ServiceDiscount } from './discounts.ts';
import { firstWholeFrom, monthsOf, periodFrom, type Cycle, type Period, type Terms } from './terms.ts';

/** Days that are billed as one, and the whole period they are of. */
export interface Piece extends Period {
  readonly of: Period;
}

export const isPart = ({ from, to, of }: Piece) => from !== of.from || to !== of.to;

/** Days as they are billed, one whole period or part of one after the other; `anchor`: a day on which periods begin. */
export function piecesOf(span: Period, cycle: Cycle, anchor: CalendarDate): Piece[] {
  if (cycle === 'one_time') return [{ ...span, of: span }];
  const pieces: Piece[] = [];
  for (let from = span.from; from < span.to; from = pieces.at(-1)!.to) {
    const { to } = periodFrom(from, cycle, anchor)!;
    const begins = firstWholeFrom(from, dayOf(anchor));
    const of = begins === from ? { from, to } : wholeUntil(to, cycle, anchor);
    pieces.push({ from, to: to < span.to ? to : span.to, of });
  }
  return pieces;
}

function wholeUntil(to: CalendarDate, cycle: Exclude<Cycle, 'one_time'>, anchor: CalendarDate): Period {
  return { from: addMonths(to, -monthsOf[cycle], dayOf(anchor)), to };
}

/** A sum for a whole period, for a piece of it: by days, rounded once. */
export function shareOf(sum: bigint, { from, to, of }: Piece): bigint {
  const [part, whole] = [daysBetween(from, to), daysBetween(of.from, of.to)];
  return part === whole ? sum : divide(sum * BigInt(part), BigInt(whole), 'halfAwayFromZero');
}

/** What comes off a piece where so much comes off its whole period: each sum rounded with those before it, so that they add up. */
export function shareOfParts(parts: readonly DiscountPart[], piece: Piece): readonly DiscountPart[] {
  let whole = 0n;
  return parts.map((part) => {
    const before = shareOf(whole, piece);
    whole += BigInt(part.amount);
    return { ...part, amount: Number(shareOf(whole, piece) - before) };
  });
}

/** What a piece costs, and what comes off that. */
export function priceOfPiece(
  terms: Pick<Terms, 'planId' | 'cycle' | 'recurring'>,
  discounts: readonly ServiceDiscount[],
  piece: Piece,
): { price: bigint; off: PeriodDiscount } {
  const off = discountsOn(terms, discounts, piece);
  if (!isPart(piece)) return { price: terms.recurring, off };
  const parts = shareOfParts(off.parts, piece);
  return { price: shareOf(terms.recurring, piece), off: { ...off, whole: shareOf(off.whole, piece), parts } };
}

/** What days cost, less what comes off. */
export function priceOfDays(
  terms: Pick<Terms, 'planId' | 'cycle' | 'recurring'>,
  discounts: readonly ServiceDiscount[],
  span: Period,
  anchor: CalendarDate,
): bigint {
  return piecesOf(span, terms.cycle, anchor).reduce((sum, piece) => {
    const { price, off } = priceOfPiece(terms, discounts, piece);
    return sum + price - off.whole;
  }, 0n);
}

/**
 * The day from which periods are counted where something begins on `begins` and is billed on a day of the month: such a day, not later, and of
 * several the one that is not cut short by its month, so that the last day of February stays the last of March. Without a day, `begins`.
 */
export function anchorFor(begins: CalendarDate, cycle: Cycle, billDay: BillDay | null): CalendarDate {
  if (!billDay || cycle === 'one_time') return begins;
  const { day } = billDay;
  const whole = firstWholeFrom(begins, day);
  const earlier = Array.from({ length: 13 }, (_, nth) => addMonths(whole, -nth * monthsOf[cycle], day));
  return earlier
    .filter((one) => one <= begins)
    .reduce((best, one) => (dayOf(one) > dayOf(best) ? one : best));
}

/** Days that were paid for and came off no period yet come off the first whole one, where time is cut anew from a day on. */
export function prepaidAnew(
  {
    discounts,
    paidThrough,
  }: { readonly discounts: readonly ServiceDiscount[]; readonly paidThrough: CalendarDate | null },
  { from: begins, cycle, anchor }: { from: CalendarDate; cycle: Cycle; anchor: CalendarDate },
): readonly ServiceDiscount[] {
  const from = firstWholeFrom(begins, dayOf(anchor));
  const until = periodFrom(from, cycle, anchor)?.to;
  if (!until || !paidThrough) return discounts;
  return discounts.map((one) => (one.prepaid && one.from! >= paidThrough ? { ...one, from, until } : one));
}

/** What is paid with an order: the first period, or the part of one with the whole that follows, where the plan says so; null: it is paid once. */
export function firstPaid(ordered: CalendarDate, cycle: Cycle, billDay: BillDay | null): Period | null {
  const anchor = anchorFor(ordered, cycle, billDay);
  const first = periodFrom(ordered, cycle, anchor);
  const from = billDay?.togetherFrom;
  if (!first || !from || firstWholeFrom(ordered, billDay.day) === ordered) return first;
  const here = addMonths(first.to, 0, from);
  const since = here < first.to ? here : addMonths(first.to, -1, from);
  return ordered < since ? first : { from: ordered, to: periodFrom(first.to, cycle, anchor)!.to };
}
