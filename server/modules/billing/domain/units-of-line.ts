import type { Currency } from '../../../kernel/values/money.ts';
import { describeSteps } from '../../catalog/index.ts';
import type { Bilingual, UnitStep } from '../../catalog/index.ts';

/** A sum as so many units at a price each, where that is exact; else as one. Minor units. */
export function perUnit(amount: bigint, quantity: number): { quantity: number; unitPrice: bigint } {
  const whole = amount % BigInt(quantity) === 0n;
  return whole ? { quantity, unitPrice: amount / BigInt(quantity) } : { quantity: 1, unitPrice: amount };
}

/** What is said of something whose price has tiers: which units are at which price. */
export function withSteps(text: Bilingual, choices: unknown, currency: Currency): Bilingual {
  const steps = stepsIn(choices);
  if (!steps) return text;
  const made = describeSteps(steps, currency);
  return { id: `${text.id} (${made.id})`, en: `${text.en} (${made.en})` };
}

/** What a price in tiers is made of, as a service keeps it; null where each unit costs the same. */
export function stepsIn(choices: unknown): readonly UnitStep[] | null {
  return (choices as { steps?: readonly UnitStep[] } | null)?.steps ?? null;
}
