import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/desk.ts';
import type { Draft } from './charge-draft.ts';

type Tier = Draft['tiers'][number];

/** Prices by how much is used: up to where, what a unit costs or which percentage is taken, and what falls due once. */
export function ChargeTiers({
  currency,
  unit,
  rates,
  value,
  onValue,
}: {
  currency: string;
  unit: string;
  rates: boolean;
  value: readonly Tier[];
  onValue: (tiers: Tier[]) => void;
}) {
  const { charges: words } = useText();
  const last = value.length - 1;
  const set = (index: number, change: Partial<Tier>) =>
    onValue(value.map((tier, at) => (at === index ? { ...tier, ...change } : tier)));
  return (
    <div className="flex flex-col gap-3">
      {value.map((tier, index) => (
        <fieldset key={index} className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <legend className="text-13 text-muted">{words.tier(index + 1)}</legend>
          {index === last ? (
            <p className="pb-3 text-body text-muted">{words.endless}</p>
          ) : (
            <TextField
              name={`upTo-${index}`}
              label={`${words.upTo} (${unit})`}
              value={tier.upTo}
              onValue={(upTo) => set(index, { upTo })}
              inputMode="decimal"
              optional
              bare
            />
          )}
          <TextField
            name={`each-${index}`}
            label={rates ? `${words.rate} (%)` : `${words.each} (${currency})`}
            value={tier.each}
            onValue={(each) => set(index, { each })}
            inputMode="decimal"
            optional
            bare
          />
          <MoneyField
            name={`fixed-${index}`}
            label={words.fixed}
            currency={currency}
            value={tier.fixed === null ? null : { amount: tier.fixed, currency }}
            onValue={(sum) => set(index, { fixed: sum?.amount ?? null })}
          />
          {last > 0 && (
            <IconButton
              icon="trash"
              label={words.removeTier(index + 1)}
              onClick={() => onValue(value.filter((_, at) => at !== index))}
            />
          )}
        </fieldset>
      ))}
      <Button
        weight="quiet"
        icon="plus"
        onClick={() => onValue([...value.slice(0, last), { upTo: '', each: '', fixed: 0 }, value[last]!])}
      >
        {words.addTier}
      </Button>
    </div>
  );
}
