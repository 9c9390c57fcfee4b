import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Price } from '../portal/selection.ts';
import { useText } from '../text/index.ts';

/** What a unit costs by how many there are, step by step. */
export function PriceSteps({ price, currency }: { price: Price; currency: string }) {
  const { steps: words, per } = useText();
  const format = useFormat();
  if (!price.tiers) return null;
  const { model, tiers } = price.tiers;
  const money = (amount: number) => format.money({ amount, currency });
  return (
    <div className="text-13 text-muted">
      <p>{words[model]}</p>
      <ul className="mt-1">
        {tiers.map(({ upTo, each, fixed }, index) => {
          const from = (tiers[index - 1]?.upTo ?? 0) + 1;
          return (
            <li key={from} className="flex flex-wrap justify-between gap-x-4 py-0.5 tabular-nums">
              <span>{words.range(from, upTo)}</span>
              <span className="text-ink">
                {`${words.each(money(each), per[price.cycle])}${fixed > 0 ? words.fixed(money(fixed)) : ''}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
