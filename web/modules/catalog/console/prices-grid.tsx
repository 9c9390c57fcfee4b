import type { CatalogPlan, Store } from '../../../../server/modules/catalog/contract.ts';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { PriceInput } from './price-input.tsx';

type Cycle = Store['groups'][number]['products'][number]['from']['cycle'];
export interface PriceRow {
  currency: string;
  cycle: Cycle;
  recurring: number;
  setup: number;
  /** By how many there are; planned with the plan's prices, and kept here as it is. */
  tiers?: CatalogPlan['prices'][number]['tiers'];
  /** What use costs on top; edited beside. */
  charges?: CatalogPlan['prices'][number]['charges'];
}

const cycles: readonly Cycle[] = [
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'biennial',
  'triennial',
  'one_time',
];
const known = ['IDR', 'USD', 'SGD', 'MYR', 'EUR', 'AUD', 'GBP', 'JPY'];

/** All prices of one thing: a table for each currency, a line for each cycle. An empty price is not sold. */
export function PricesGrid({
  value,
  onValue,
  hint,
}: {
  value: readonly PriceRow[];
  onValue: (prices: PriceRow[]) => void;
  hint: string;
}) {
  const { fields: words } = useText();
  const [shown, setShown] = useState(() => {
    const used = [...new Set(value.map((price) => price.currency))];
    return used.length > 0 ? used : ['IDR'];
  });
  const [adding, setAdding] = useState('');
  const others = known.filter((currency) => !shown.includes(currency));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-body font-medium">{words.prices}</legend>
      <p className="text-13 text-muted">{hint}</p>
      {shown.map((currency) => (
        <CurrencyTable key={currency} currency={currency} value={value} onValue={onValue} />
      ))}
      {others.length > 0 && (
        <div className="flex items-end gap-2">
          <Select
            className="w-36"
            name="currency"
            label={words.currency}
            value={adding || others[0]!}
            onValue={setAdding}
            choices={others.map((one) => ({ value: one, label: one }))}
          />
          <Button
            weight="secondary"
            onClick={() => {
              setShown([...shown, adding || others[0]!]);
              setAdding('');
            }}
          >
            {words.addCurrency}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function CurrencyTable({
  currency,
  value,
  onValue,
}: {
  currency: string;
  value: readonly PriceRow[];
  onValue: (prices: PriceRow[]) => void;
}) {
  const { fields: words, cycles: names } = useText();
  const find = (cycle: Cycle) => value.find((price) => price.currency === currency && price.cycle === cycle);
  function change(cycle: Cycle, part: { recurring: number | null } | { setup: number }) {
    const others = value.filter((price) => price.currency !== currency || price.cycle !== cycle);
    const next = { recurring: null, setup: 0, ...find(cycle), ...part };
    if (next.recurring === null) onValue(others);
    else onValue([...others, { ...next, recurring: next.recurring, currency, cycle }]);
  }
  return (
    <table className="w-full border-collapse text-14">
      <caption className="pb-1 text-start text-13 font-medium text-muted">{currency}</caption>
      <thead>
        <tr className="text-13 text-muted">
          <th scope="col" className="text-start font-normal">
            {words.cycle}
          </th>
          {[words.recurring, words.setup].map((header) => (
            <th key={header} scope="col" className="pe-2 text-end font-normal">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cycles.map((cycle) => {
          const price = find(cycle);
          return (
            <tr key={cycle}>
              <th scope="row" className="py-0.5 pe-3 text-start font-normal whitespace-nowrap">
                {names[cycle]}
              </th>
              <td className="w-2/5 py-0.5 pe-2">
                <PriceInput
                  label={`${words.recurring}, ${names[cycle]}, ${currency}`}
                  currency={currency}
                  amount={price?.recurring ?? null}
                  onAmount={(recurring) => change(cycle, { recurring })}
                />
              </td>
              <td className="w-2/5 py-0.5">
                <PriceInput
                  label={`${words.setup}, ${names[cycle]}, ${currency}`}
                  currency={currency}
                  amount={price && price.setup > 0 ? price.setup : null}
                  disabled={!price}
                  onAmount={(setup) => change(cycle, { setup: setup ?? 0 })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
