import { MoneyField } from '../../../ui/money-field.tsx';

const usual = ['IDR', 'USD', 'SGD', 'EUR'];

/** Minor units by currency; a currency left empty is not among them. */
export type Amounts = Record<string, number>;

export function AmountsField({
  name,
  label,
  value,
  error,
  onValue,
}: {
  name: string;
  label: (currency: string) => string;
  value: Amounts;
  error?: string | undefined;
  onValue: (value: Amounts) => void;
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {[...new Set([...usual, ...Object.keys(value)])].map((currency, index) => {
        const amount = value[currency];
        return (
          <MoneyField
            key={currency}
            name={`${name}.${currency}`}
            label={label(currency)}
            currency={currency}
            optional
            error={index === 0 ? error : undefined}
            value={amount === undefined ? null : { amount, currency }}
            onValue={(sum) => {
              const { [currency]: _before, ...rest } = value;
              onValue(sum ? { ...rest, [currency]: sum.amount } : rest);
            }}
          />
        );
      })}
    </div>
  );
}
