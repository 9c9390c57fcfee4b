import { useId } from 'react';
import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { paths } from '../../../kernel/paths.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { termIn, useTermWords } from '../../services/shared/term-words.ts';
import { Metered } from '../../usage/shared/metered.tsx';
import { PriceSteps } from '../parts/price-steps.tsx';
import { useText } from '../text/index.ts';
import { firstPrices } from './first-prices.ts';
import { type Plan, type Price, saving } from './selection.ts';

/** A plan with its prices. The form carries plan and cycle to the server, which leads on; it needs no script. */
export function ShopPlan({
  product,
  plan,
  currency,
}: {
  product: StoreProduct;
  plan: Plan;
  /** The one that was chosen. */
  currency: string | null;
}) {
  const { shop: words, flow, per, metered } = useText();
  const format = useFormat();
  const id = useId();
  const money = (amount: number) => format.money({ amount, currency: product.currency });
  const name = format.words(plan.name);
  const atFirst = (price: Price) => firstPrices(plan, price, { money, per, words: flow });
  const { whole, billed } = useTermWords();
  const termOf = (price: Price) => {
    const term = termIn(plan.term, price.cycle, product.currency);
    return term && whole(term, product.currency);
  };
  const buyable = product.left !== 0;
  return (
    <li className="flex flex-col rounded border border-line bg-surface p-4 sm:p-5">
      <h3 id={id} className="text-16">
        {name}
      </h3>
      {format.words(plan.description) && (
        <p className="mt-1 text-body text-pretty text-muted">{format.words(plan.description)}</p>
      )}
      {plan.maximum > 1 && (
        <p className="mt-1 text-13 text-muted">{words.quantity(plan.minimum, plan.maximum)}</p>
      )}
      <form action={paths.order(product.slug)} aria-labelledby={id} className="mt-4 flex grow flex-col gap-4">
        <input type="hidden" name="plan" value={plan.id} />
        {currency && <input type="hidden" name="currency" value={currency} />}
        <fieldset>
          <legend className="sr-only">{words.cycle}</legend>
          <div className="divide-y divide-line border-y border-line">
            {plan.prices.map((price, index) => (
              <label
                key={price.cycle}
                className="flex min-h-11 cursor-pointer items-center gap-3 py-2 text-body"
              >
                <input
                  type="radio"
                  name="cycle"
                  value={price.cycle}
                  defaultChecked={index === 0}
                  className="size-5 shrink-0 cursor-pointer accent-(--accent) sm:size-4.5"
                />
                <span>
                  <span className="font-bold tabular-nums">{money(price.recurring)}</span>{' '}
                  <span className="text-muted">{per[price.cycle]}</span>
                  <Beside
                    words={[
                      atFirst(price),
                      price.cycle !== 'one_time' && billed(plan.billDay),
                      termOf(price),
                      price.setup > 0 && flow.setup(money(price.setup)),
                      saving(plan, price) > 0 && flow.saves(money(saving(plan, price))),
                    ]}
                  />
                  <Metered charges={price.charges} currency={product.currency} words={metered} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {plan.prices.map((price) => (
          <PriceSteps key={price.cycle} price={price} currency={product.currency} />
        ))}
        {buyable && (
          <button type="submit" className={buttonClass('secondary', true, 'mt-auto')}>
            {words.order(name)}
          </button>
        )}
      </form>
    </li>
  );
}

function Beside({ words }: { words: (string | false | null)[] }) {
  const said = words.filter(Boolean);
  return said.length > 0 && <span className="block text-13 text-muted">{said.join(' · ')}</span>;
}
