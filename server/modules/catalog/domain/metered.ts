import { assert } from '../../../kernel/values/errors.ts';
import { divide, exponentOf } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Bilingual } from './bilingual.ts';
import { faultOf } from './price-model.ts';
import type { Model, Ratio, Tier } from './price-model.ts';

/** What becomes of the events of a period: added up, the largest, the latest, or how many different keys there are. */
export const aggregations = ['sum', 'max', 'last', 'unique'] as const;
export type Aggregation = (typeof aggregations)[number];

export const quantityRoundings = ['nearest', 'up', 'down'] as const;
export type QuantityRounding = (typeof quantityRoundings)[number];

/** What is measured. The quantity of a period is rounded once, to so many `decimals`. */
export interface Meter {
  readonly id: string;
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly aggregation: Aggregation;
  readonly decimals: number;
  readonly rounding: QuantityRounding;
}

/** `upTo`: a decimal, the end of the tier, null in the last. `each`: minor units for a unit, or percent of the money; a decimal. `fixed`: minor units. */
export interface MeteredTier {
  readonly upTo: string | null;
  readonly each: string;
  readonly fixed: number;
}

/** How an amount follows from a quantity, as JSON keeps it: the models of `Model`, decimals as text, money in minor units. */
export type MeteredModel =
  | { readonly model: 'standard'; readonly each: string }
  | { readonly model: 'package'; readonly size: string; readonly price: number }
  | {
      readonly model: 'graduated' | 'volume' | 'graduated_percentage';
      readonly tiers: readonly MeteredTier[];
    }
  | { readonly model: 'percentage'; readonly rate: string; readonly fee: number };

/**
 * What use costs on top of a price, paid after its period. With a percentage the meter counts money in main units of the currency.
 * `included`: a decimal, free in each period. `minimum`: minor units, what a whole period costs at least.
 */
export type MeteredCharge = MeteredModel & {
  readonly meter: Meter;
  readonly included: string;
  readonly minimum: number;
};

/** A decimal as an exact fraction: '0.25' is 25 of 100. */
export function ratioOf(decimal: string): Ratio {
  const [whole, fraction = ''] = decimal.split('.');
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) };
}

/** A decimal in units of its last place that counts, rounded once: '1.25' with one place is 13. Halves go up with `nearest`. */
export function toPlaces(decimal: string, places: number, rounding: QuantityRounding = 'nearest'): bigint {
  const { numerator, denominator } = ratioOf(decimal);
  assert(numerator >= 0n, 'nothing is used less than not at all');
  const scaled = numerator * 10n ** BigInt(places);
  if (rounding === 'nearest') return divide(scaled, denominator, 'halfAwayFromZero');
  const down = scaled / denominator;
  return rounding === 'up' && down * denominator !== scaled ? down + 1n : down;
}

/** The plain decimal of so many places, without zeros at its end. */
export function fromPlaces(value: bigint, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The exact model for quantities in places of the meter: see `toPlaces`. */
export function modelOf(charge: MeteredCharge, currency: Currency): Model {
  const { decimals } = charge.meter;
  const scale = 10n ** BigInt(decimals);
  const minor = 10n ** BigInt(exponentOf(currency));
  const perUnit = (each: string) => over(ratioOf(each), scale);
  const percent = (rate: string) => {
    const { numerator, denominator } = ratioOf(rate);
    return { numerator: numerator * minor, denominator: denominator * 100n * scale };
  };
  const tiersOf = (tiers: readonly MeteredTier[], each: (text: string) => Ratio): Tier[] =>
    tiers.map((tier) => ({
      upTo: tier.upTo === null ? null : toPlaces(tier.upTo, decimals),
      each: each(tier.each),
      fixed: BigInt(tier.fixed),
    }));
  switch (charge.model) {
    case 'standard':
      return { model: 'standard', price: perUnit(charge.each) };
    case 'package':
      return { model: 'package', size: toPlaces(charge.size, decimals), price: BigInt(charge.price) };
    case 'graduated':
    case 'volume':
      return { model: charge.model, tiers: tiersOf(charge.tiers, perUnit) };
    case 'graduated_percentage':
      return { model: 'graduated_percentage', tiers: tiersOf(charge.tiers, percent) };
    case 'percentage':
      return { model: 'percentage', rate: percent(charge.rate), fee: BigInt(charge.fee) };
  }
}

/** Why a charge cannot be used; null when it can. */
export function faultOfCharge(charge: MeteredModel): 'size' | ReturnType<typeof faultOf> {
  if (charge.model === 'package') return ratioOf(charge.size).numerator > 0n ? null : 'size';
  if (!('tiers' in charge)) return null;
  const most = 6;
  const upTo = (tier: MeteredTier) => (tier.upTo === null ? null : toPlaces(tier.upTo, most));
  const nothing = { numerator: 0n, denominator: 1n };
  return faultOf(charge.tiers.map((tier) => ({ upTo: upTo(tier), each: nothing, fixed: 0n })));
}

/** The charges of so many units of a plan: each brings what is included and its minimum. */
export function chargesFor(charges: readonly MeteredCharge[], quantity: number): MeteredCharge[] {
  return charges.map((charge) => {
    const { numerator, denominator } = ratioOf(charge.included);
    const places = String(denominator).length - 1;
    const included = fromPlaces(numerator * BigInt(quantity), places);
    return { ...charge, included, minimum: charge.minimum * quantity };
  });
}

/** What was agreed on use, as a service keeps it with what was chosen; empty where nothing is metered. */
export function meteredIn(choices: unknown): readonly MeteredCharge[] {
  return (choices as { metered?: readonly MeteredCharge[] } | null)?.metered ?? [];
}

const over = ({ numerator, denominator }: Ratio, by: bigint): Ratio => ({
  numerator,
  denominator: denominator * by,
});
