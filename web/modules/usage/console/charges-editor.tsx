import { useState } from 'react';
import type { MeterShape } from '../../../../server/modules/catalog/meter-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { type Charge, chargeWords } from '../shared/charge-words.ts';
import { useText } from '../text/desk.ts';
import type { AskedCharge } from './charge-draft.ts';
import { ChargeForm } from './charge-form.tsx';

interface Price {
  currency: string;
  cycle: string;
  charges?: Charge[] | undefined;
}

interface Opened {
  price: string;
  charge: Charge | null;
}

const keyOf = ({ currency, cycle }: Price) => `${currency} ${cycle}`;

/** What use of a plan costs, with each of its prices that recur. */
export function ChargesEditor<P extends Price>({
  prices,
  onPrices,
  cycleNames,
}: {
  prices: readonly P[];
  onPrices: (prices: P[]) => void;
  cycleNames: Readonly<Record<string, string>>;
}) {
  const { charges: words, metered } = useText();
  const format = useFormat();
  const { data } = useSideData<{ items: MeterShape[] }>('/api/console/catalog/meters');
  const [opened, setOpened] = useState<Opened | null>(null);
  const meters = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null);
  const recurring = prices.filter(({ cycle }) => cycle !== 'one_time');
  const named = (price: Price) => words.of(price.currency, cycleNames[price.cycle] ?? price.cycle);
  const set = (key: string, charges: Charge[]) =>
    onPrices(prices.map((price) => (keyOf(price) === key ? { ...price, charges } : price)));
  function take(key: string, asked: AskedCharge) {
    const meter = meters.find(({ code }) => code === asked.meter)!;
    const price = prices.find((one) => keyOf(one) === key)!;
    const others = (price.charges ?? []).filter(({ meter: of }) => of.code !== asked.meter);
    set(key, [...others, { ...asked, meter }]);
    setOpened(null);
  }
  if (recurring.length === 0) return null;
  const rows = recurring.flatMap((price) => (price.charges ?? []).map((charge) => ({ price, charge })));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-body font-medium">{words.title}</legend>
      <p className="text-13 text-muted">{words.lead}</p>
      {rows.length === 0 && <p className="text-body text-muted">{words.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map(({ price, charge }) => (
          <li
            key={`${keyOf(price)} ${charge.meter.code}`}
            className="flex items-center justify-between gap-3 py-2"
          >
            <p className="min-w-0 text-body">
              <span className="font-medium">{format.words(charge.meter.name)}</span>{' '}
              <span className="text-13 text-muted">{named(price)}</span>
              <span className="block text-13 text-muted">
                {chargeWords(charge, price.currency, metered, format)}
              </span>
            </p>
            <span className="flex shrink-0">
              <IconButton
                icon="edit"
                label={words.edit(`${format.words(charge.meter.name)} (${named(price)})`)}
                onClick={() => setOpened({ price: keyOf(price), charge })}
              />
              <IconButton
                icon="trash"
                label={words.remove(`${format.words(charge.meter.name)} (${named(price)})`)}
                onClick={() =>
                  set(
                    keyOf(price),
                    price.charges!.filter((one) => one !== charge),
                  )
                }
              />
            </span>
          </li>
        ))}
      </ul>
      {opened ? (
        <ChargeForm
          key={`${opened.price} ${opened.charge?.meter.code}`}
          meters={meters}
          prices={recurring.map((price) => ({ key: keyOf(price), name: named(price), ...price }))}
          price={opened.price}
          charge={opened.charge}
          onTake={take}
          onClose={() => setOpened(null)}
        />
      ) : meters.length === 0 ? (
        <p className="text-13 text-muted">
          {words.noMeters} {words.toMeters}
        </p>
      ) : (
        <Button
          weight="secondary"
          icon="plus"
          onClick={() => setOpened({ price: keyOf(recurring[0]!), charge: null })}
        >
          {words.add}
        </Button>
      )}
    </fieldset>
  );
}
