import { useFormat } from '../../../kernel/format/use-format.ts';
import { useText } from '../text/index.ts';
import type { PriceRow } from './prices-grid.tsx';

/** All prices of a thing in a line: “Rp200.000 / Month, $14.00 / Month”. */
export function usePriceLine(): (prices: readonly PriceRow[]) => string {
  const { cycles, product } = useText();
  const format = useFormat();
  return (prices) =>
    prices.length === 0
      ? product.noPrice
      : prices
          .map(
            ({ recurring, currency, cycle }) =>
              `${format.money({ amount: recurring, currency })} / ${cycles[cycle].toLowerCase()}`,
          )
          .join(' · ');
}
