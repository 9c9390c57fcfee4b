import { Button, IconButton } from '../../../ui/button.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useCreditText } from '../text/desk-credit.ts';
import { currencies } from './sums-field.tsx';

/** Minor units. */
export interface Limit {
  currency: string;
  min: number;
  max: number;
  most: number;
}
const sums = ['min', 'max', 'most'] as const;

/** What may be added in each of some currencies. */
export function DepositLimits({
  value,
  onValue,
  error,
}: {
  value: readonly Limit[];
  onValue: (value: readonly Limit[]) => void;
  error: string | undefined;
}) {
  const { settings: words } = useCreditText();
  const free = currencies.filter((currency) => !value.some((one) => one.currency === currency));
  const change = (index: number, limit: Partial<Limit>) =>
    onValue(value.map((one, at) => (at === index ? { ...one, ...limit } : one)));
  return (
    <>
      {value.map((limit, index) => (
        <FieldSet key={limit.currency} label={limit.currency}>
          <div className="grid items-end gap-3 sm:grid-cols-[6rem_1fr_1fr_1fr_auto]">
            <Select
              name={`currency-${index}`}
              label={words.currency}
              value={limit.currency}
              onValue={(currency) => change(index, { currency })}
              choices={[limit.currency, ...free].map((one) => ({ value: one, label: one }))}
            />
            {sums.map((name) => (
              <MoneyField
                key={name}
                name={`${name}-${index}`}
                label={words[name]}
                currency={limit.currency}
                value={{ amount: limit[name], currency: limit.currency }}
                onValue={(typed) => typed && change(index, { [name]: typed.amount })}
              />
            ))}
            <IconButton
              icon="trash"
              label={words.removeLine(limit.currency)}
              onClick={() => onValue(value.filter((_, at) => at !== index))}
            />
          </div>
        </FieldSet>
      ))}
      {error && (
        <p className="text-13 text-danger" role="alert">
          {error}
        </p>
      )}
      {free[0] && (
        <div>
          <Button
            weight="quiet"
            icon="plus"
            onClick={() =>
              onValue([...value, { currency: free[0]!, min: 1000, max: 100_000, most: 1_000_000 }])
            }
          >
            {words.addLine}
          </Button>
        </div>
      )}
    </>
  );
}
