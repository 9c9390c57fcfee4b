import type { PromotionItem } from '../../../../server/modules/promotions/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/index.ts';

/** What a promotion takes off and when, in few words. */
export function useTerms() {
  const words = useText();
  const format = useFormat();
  const sums = (amounts: Record<string, number>) =>
    Object.entries(amounts).map(([currency, amount]) => format.money({ amount, currency }));
  return {
    sums,
    off: ({ percent, amounts }: Pick<PromotionItem, 'percent' | 'amounts'>) =>
      percent === null ? sums(amounts ?? {}).join(', ') : words.percent(format.number(percent / 100)),
    when: ({ startsOn, endsOn }: Pick<PromotionItem, 'startsOn' | 'endsOn'>) =>
      [startsOn && words.from(format.date(startsOn)), endsOn && words.until(format.date(endsOn))]
        .filter(Boolean)
        .join(' ') || words.always,
    codes: ({ trigger, code, codes }: PromotionItem) =>
      trigger === 'automatic'
        ? words.byItself
        : code === null
          ? words.noCode
          : codes > 1
            ? words.manyCodes(code, codes - 1)
            : code,
    used: ({ redeemed, most }: Pick<PromotionItem, 'redeemed' | 'most'>) =>
      most === null ? format.number(redeemed) : words.usedOf(format.number(redeemed), format.number(most)),
  };
}
