import type { ServiceDiscount } from '../../services/index.ts';
import type { Applied, OrderedItem } from './decide.ts';

/** What is promised to the service of item `index`, in the order it comes off; `redemptionOf` names the redemption of a promotion. */
export function promisedTo(
  index: number,
  item: OrderedItem,
  applied: readonly Applied[],
  redemptionOf: (promotion: string) => string,
): ServiceDiscount[] {
  if (item.cycle === 'one_time') return [];
  return applied.flatMap(({ promotion, items }) => {
    const { recurring } = items[index]!;
    if (recurring === 0n) return [];
    const { id, names, percent, products, plans, cycles, periods } = promotion;
    return [
      {
        redemption: redemptionOf(id),
        names,
        percent,
        amount: percent === null ? Number(recurring) : null,
        cycle: item.cycle,
        // A change keeps the product, so where all of it is meant every plan is.
        plans: products.includes(item.productId) ? [] : plans,
        cycles,
        periods,
        until: null,
      },
    ];
  });
}
