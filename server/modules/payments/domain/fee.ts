import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';

/** What a gateway keeps: `share` in hundredths of a percent, `fixed` in minor units. Without a method it holds for those that have none of their own. */
export interface FeeRule {
  method: string | null;
  share: number;
  fixed: bigint;
  from: CalendarDate;
}

/** The rule of a gateway and currency that holds for a method on a day: its own before that for all, and of these the newest. */
export function ruleFor<Rule extends Pick<FeeRule, 'method' | 'from'>>(
  rules: readonly Rule[],
  { method, on }: { method: string; on: CalendarDate },
): Rule | null {
  const newest = (of: string | null) =>
    rules
      .filter((rule) => rule.method === of && rule.from <= on)
      .reduce<Rule | null>((best, rule) => (best && best.from > rule.from ? best : rule), null);
  return newest(method) ?? newest(null);
}

/** The fee of a payment, rounded once to the nearest unit, and never more than the payment. */
export function feeOf({ share, fixed }: Pick<FeeRule, 'share' | 'fixed'>, amount: bigint): bigint {
  const fee = divide(amount * BigInt(share), 10_000n, 'halfAwayFromZero') + fixed;
  return fee < amount ? fee : amount;
}

/** What of a fee has come back once `refunded` of the payment has: in proportion, all of it with the last part. */
export function feeGivenBack(fee: bigint, amount: bigint, refunded: bigint): bigint {
  return divide(fee * refunded, amount, 'halfAwayFromZero');
}
