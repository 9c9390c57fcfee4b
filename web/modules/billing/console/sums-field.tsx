import type { Money } from '../../../kernel/format/money.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useCollectionsText } from '../text/desk-collections.ts';

export const currencies = ['IDR', 'USD', 'EUR', 'SGD', 'MYR', 'AUD', 'GBP', 'JPY'];

/** One sum for each of some currencies. */
export function SumsField({
  label,
  value,
  onValue,
}: {
  label: string;
  value: readonly Money[];
  onValue: (value: readonly Money[]) => void;
}) {
  const { fees: words } = useCollectionsText();
  const free = currencies.filter((currency) => !value.some((sum) => sum.currency === currency));
  const change = (index: number, sum: Money) => onValue(value.map((one, at) => (at === index ? sum : one)));
  return (
    <FieldSet label={label} optional>
      {value.map((sum, index) => (
        <div key={sum.currency} className="flex items-end gap-2">
          <Select
            name={`currency-${index}`}
            label={words.currency}
            value={sum.currency}
            onValue={(currency) => change(index, { ...sum, currency })}
            choices={[sum.currency, ...free].map((currency) => ({ value: currency, label: currency }))}
            className="w-28"
          />
          <MoneyField
            name={`sum-${index}`}
            label={label}
            bare
            currency={sum.currency}
            value={sum}
            onValue={(typed) => typed && change(index, typed)}
            className="grow sm:max-w-64"
          />
          <IconButton
            icon="trash"
            label={words.removeSum(sum.currency)}
            onClick={() => onValue(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {free[0] && (
        <div>
          <Button
            weight="quiet"
            icon="plus"
            onClick={() => onValue([...value, { currency: free[0]!, amount: 0 }])}
          >
            {words.addSum}
          </Button>
        </div>
      )}
    </FieldSet>
  );
}
