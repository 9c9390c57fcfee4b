import { ppn, type TaxRule } from './tax.ts';

export interface TaxTerms {
  readonly charged: boolean;
  readonly name: { readonly id: string; readonly en: string };
  /** At most two decimals. */
  readonly percent: number;
  readonly base: { readonly numerator: number; readonly denominator: number };
  readonly inclusive: boolean;
}

/** The business's one rule, or null where it charges no tax. */
export function taxRuleOf({ charged, name, percent, base, inclusive }: TaxTerms): TaxRule | null {
  if (!charged) return null;
  return {
    ...ppn,
    rate: { numerator: BigInt(Math.round(percent * 100)), denominator: 10_000n },
    base: { numerator: BigInt(base.numerator), denominator: BigInt(base.denominator) },
    inclusive,
    labels: { id: `${name.id} ${decimal(percent, ',')}%`, en: `${name.en} ${decimal(percent, '.')}%` },
  };
}

function decimal(percent: number, mark: string): string {
  return String(percent).replace('.', mark);
}
