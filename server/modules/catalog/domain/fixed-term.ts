import { cycleMonths } from './cycles.ts';
import type { Cycle } from './cycles.ts';

export const termEnds = ['ends', 'continues', 'renews'] as const;

/**
 * For how long a plan is agreed on, and what follows. `noticeDays` before its end a client has been told, and until then may say that it is
 * not to renew. `early`: what leaving before the end costs: it is not possible, a part of what remains in hundredths of a percent, or a sum.
 * `onDebt`: also where it is ended because nobody paid.
 */
export interface TermRule {
  readonly months: number;
  readonly follows: (typeof termEnds)[number];
  readonly noticeDays: number;
  readonly early:
    | { readonly kind: 'not' }
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'fixed'; readonly amounts: readonly { currency: string; amount: number }[] };
  readonly onDebt: boolean;
}

/** A term in one cycle and currency, as it is agreed with an order. */
export interface AgreedTerm extends Omit<TermRule, 'early'> {
  readonly early:
    | { readonly kind: 'not' }
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'fixed'; readonly amount: number };
}

/** The whole periods within a term; null where it is shorter than one, and for what is paid once. A currency without a sum costs nothing. */
export function termIn(rule: TermRule | null, cycle: Cycle, currency: string): AgreedTerm | null {
  if (!rule || cycle === 'one_time') return null;
  const length = cycleMonths[cycle];
  const months = Math.floor(rule.months / length) * length;
  if (months === 0) return null;
  const { early } = rule;
  if (early.kind !== 'fixed') return { ...rule, months, early };
  const amount = early.amounts.find((one) => one.currency === currency)?.amount ?? 0;
  return { ...rule, months, early: { kind: 'fixed', amount } };
}
