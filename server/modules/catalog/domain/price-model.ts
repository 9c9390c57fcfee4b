import { assert } from '../../../kernel/values/errors.ts';
import { divide } from '../../../kernel/values/money.ts';

/** An exact fraction of minor units. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * How an amount follows from what was used or agreed. Prices are minor units; those for a unit are exact fractions, since a request
 * may cost a hundredth of a cent. Tiers stand in order; the last one has no end.
 * - `flat`: the same each period. `per_seat`: for each seat agreed. `standard`: for each unit used.
 * - `package`: for each package begun. `graduated`: each unit at the price of its own tier. `volume`: all units at the price of the
 *   tier the last one is in.
 * - `percentage`: a part of the money that went through, and a fee for each event. `graduated_percentage`: each part of that money
 *   at the rate of its own tier.
 */
export type Model =
  | { readonly model: 'flat'; readonly price: bigint }
  | { readonly model: 'per_seat' | 'standard'; readonly price: Ratio }
  | { readonly model: 'package'; readonly size: bigint; readonly price: bigint }
  | { readonly model: 'graduated' | 'volume'; readonly tiers: readonly Tier[] }
  | { readonly model: 'percentage'; readonly rate: Ratio; readonly fee: bigint }
  | { readonly model: 'graduated_percentage'; readonly tiers: readonly Tier[] };

/** `upTo`: the last unit of the tier, null without end. `each`: for a unit, or a rate. `fixed`: once, when the tier is reached. */
export interface Tier {
  readonly upTo: bigint | null;
  readonly each: Ratio;
  readonly fixed: bigint;
}

/** `units`: seats, units or minor units that went through. `events`: how many times, where a fee falls on each. None is below zero. */
export interface Measure {
  readonly units: bigint;
  readonly events?: bigint;
}

/** One part of a sum and why: `units` at `each`, and `fixed` besides. The amounts of all steps add up to the whole. */
export interface Step {
  readonly units: bigint;
  readonly each: Ratio;
  readonly fixed: bigint;
  readonly amount: bigint;
}

const one: Ratio = { numerator: 1n, denominator: 1n };
const nothing: Ratio = { numerator: 0n, denominator: 1n };

/** What a model gives, step by step. Each boundary is rounded once, half away from zero, and a step is the difference of two. */
export function stepsOf(model: Model, { units, events = 0n }: Measure): Step[] {
  assert(units >= 0n && events >= 0n, 'nothing is used less than not at all');
  switch (model.model) {
    case 'flat':
      return rounded([{ units: 1n, each: whole(model.price), fixed: 0n }]);
    case 'per_seat':
    case 'standard':
      return rounded([{ units, each: model.price, fixed: 0n }]);
    case 'package':
      return rounded([
        { units: (units + model.size - 1n) / model.size, each: whole(model.price), fixed: 0n },
      ]);
    case 'percentage':
      return rounded([{ units, each: model.rate, fixed: model.fee * events }]);
    case 'graduated':
    case 'graduated_percentage':
      return rounded(inTiers(model.tiers, units));
    case 'volume':
      return rounded(allInOne(model.tiers, units));
  }
}

export function amountOf(model: Model, measure: Measure): bigint {
  return stepsOf(model, measure).reduce((total, { amount }) => total + amount, 0n);
}

/** Why tiers cannot be used; null when they can. */
export function faultOf(tiers: readonly Tier[]): 'empty' | 'order' | 'end' | null {
  if (tiers.length === 0) return 'empty';
  if (tiers.some(({ upTo }, index) => (upTo === null) !== (index === tiers.length - 1))) return 'end';
  const ends = tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));
  return ends.every((end, index) => end > (ends[index - 1] ?? 0n)) ? null : 'order';
}

type Part = Omit<Step, 'amount'>;

function inTiers(tiers: readonly Tier[], units: bigint): Part[] {
  assert(faultOf(tiers) === null, 'tiers are in order and the last has no end');
  const parts: Part[] = [];
  let begins = 0n;
  for (const { upTo, each, fixed } of tiers) {
    if (units <= begins) break;
    const end = upTo === null || units < upTo ? units : upTo;
    parts.push({ units: end - begins, each, fixed });
    begins = end;
  }
  return parts;
}

function allInOne(tiers: readonly Tier[], units: bigint): Part[] {
  assert(faultOf(tiers) === null, 'tiers are in order and the last has no end');
  if (units === 0n) return [];
  const { each, fixed } = tiers.find(({ upTo }) => upTo === null || units <= upTo)!;
  return [{ units, each, fixed }];
}

function rounded(parts: readonly Part[]): Step[] {
  let exact = nothing;
  let before = 0n;
  return parts.map((part) => {
    const product = { numerator: part.units * part.each.numerator, denominator: part.each.denominator };
    exact = plus(exact, plus(product, { ...one, numerator: part.fixed }));
    const now = divide(exact.numerator, exact.denominator, 'halfAwayFromZero');
    const amount = now - before;
    before = now;
    return { ...part, amount };
  });
}

const whole = (amount: bigint): Ratio => ({ numerator: amount, denominator: 1n });

function plus(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) return { ...a, numerator: a.numerator + b.numerator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}
