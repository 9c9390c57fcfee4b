import { faultOf, stepsOf } from './price-model.ts';
import type { Model, Tier } from './price-model.ts';

/**
 * A recurring price that depends on how many units there are, as JSON keeps it: minor units, `upTo` the last unit of a tier, null in the
 * last one. `graduated`: each unit at the price of its own tier. `volume`: all of them at the price of the tier the last one is in.
 */
export interface Tiers {
  readonly model: 'graduated' | 'volume';
  readonly tiers: readonly { readonly upTo: number | null; readonly each: number; readonly fixed: number }[];
}

/** `units` at `each`, and `fixed` besides, as JSON keeps it. */
export interface UnitStep {
  readonly units: number;
  readonly each: number;
  readonly fixed: number;
  readonly amount: number;
}

/** Why tiers cannot be used; null when they can. */
export function faultOfTiers({ tiers }: Tiers): ReturnType<typeof faultOf> {
  return faultOf(tiers.map(tierOf));
}

/** What a number of units comes to, part by part. */
export function unitSteps({ model, tiers }: Tiers, quantity: number): UnitStep[] {
  const exact: Model = { model, tiers: tiers.map(tierOf) };
  return stepsOf(exact, { units: BigInt(quantity) }).map(({ units, each, fixed, amount }) => ({
    units: Number(units),
    each: Number(each.numerator),
    fixed: Number(fixed),
    amount: Number(amount),
  }));
}

/** The recurring price of all units of a plan: each the same, or by tiers. */
export function recurringOf(
  { recurring, tiers }: { recurring: bigint; tiers: Tiers | null },
  quantity: number,
): bigint {
  if (!tiers) return recurring * BigInt(quantity);
  return unitSteps(tiers, quantity).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

function tierOf({ upTo, each, fixed }: Tiers['tiers'][number]): Tier {
  return {
    upTo: upTo === null ? null : BigInt(upTo),
    each: { numerator: BigInt(each), denominator: 1n },
    fixed: BigInt(fixed),
  };
}
