import type { useText } from '../text/index.ts';
import { introduced, type Plan, type Price } from './selection.ts';

/** “Rp50.000 / month for the first 3 months, then Rp100.000”; null where a price is the same from the beginning. */
export function firstPrices(
  plan: Plan,
  price: Price,
  {
    money,
    per,
    words,
  }: { money: (amount: number) => string } & Pick<ReturnType<typeof useText>, 'per'> & {
      words: Pick<ReturnType<typeof useText>['flow'], 'introduction'>;
    },
): string | null {
  const steps = introduced(plan, price).map(({ months, recurring }, nth) => ({
    months,
    sum: nth === 0 ? `${money(recurring)} ${per[price.cycle]}` : money(recurring),
  }));
  return steps.length === 0 ? null : words.introduction(steps, money(price.recurring));
}
