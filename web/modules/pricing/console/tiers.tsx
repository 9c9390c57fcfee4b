import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';

/** `upTo` as it is typed; the last one has no end. */
export interface TierRow {
  upTo: string;
  each: number | null;
  fixed: number;
}

/** Prices by how many there are: up to where, what each costs, and what falls due once. */
export function Tiers({
  currency,
  value,
  onValue,
}: {
  currency: string;
  value: readonly TierRow[];
  onValue: (tiers: TierRow[]) => void;
}) {
  const { history: words } = useText();
  const last = value.length - 1;
  const set = (index: number, change: Partial<TierRow>) =>
    onValue(value.map((tier, at) => (at === index ? { ...tier, ...change } : tier)));
  return (
    <div className="flex flex-col gap-3">
      {value.map((tier, index) => (
        <fieldset key={index} className="grid items-end gap-3 sm:grid-cols-[1fr_2fr_2fr_auto]">
          <legend className="sr-only">{index + 1}</legend>
          {index === last ? (
            <p className="pb-3 text-body text-muted">{words.endless}</p>
          ) : (
            <TextField
              name={`upTo-${index}`}
              label={words.upTo}
              value={tier.upTo}
              onValue={(upTo) => set(index, { upTo })}
              inputMode="numeric"
            />
          )}
          <MoneyField
            name={`each-${index}`}
            label={words.each}
            currency={currency}
            value={tier.each === null ? null : { amount: tier.each, currency }}
            onValue={(sum) => set(index, { each: sum?.amount ?? null })}
          />
          <MoneyField
            name={`fixed-${index}`}
            label={words.fixed}
            currency={currency}
            value={{ amount: tier.fixed, currency }}
            onValue={(sum) => set(index, { fixed: sum?.amount ?? 0 })}
          />
          {last > 0 && (
            <IconButton
              icon="trash"
              label={words.removeTier}
              onClick={() => onValue(value.filter((_, at) => at !== index))}
            />
          )}
        </fieldset>
      ))}
      <Button
        weight="quiet"
        icon="plus"
        onClick={() => onValue([...value.slice(0, last), { upTo: '', each: null, fixed: 0 }, value[last]!])}
      >
        {words.addTier}
      </Button>
    </div>
  );
}
