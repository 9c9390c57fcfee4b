import { useState } from 'react';
import { exponentOf, type Money, parseAmount, currencySymbol } from '../kernel/format/money.ts';
import { formatNumber } from '../kernel/format/use-format.ts';
import { locale } from '../kernel/i18n/locale.ts';
import type { Locale } from '../kernel/session/session.ts';
import { classes } from './classes.ts';
import { Field, type FieldProps, inputClass } from './field.tsx';

const written = ({ amount, currency }: Money, language: Locale) => {
  const digits = exponentOf(currency);
  return formatNumber(amount / 10 ** digits, language, { minimumFractionDigits: digits });
};

/** A sum in one currency. Grouping is added when leaving the field; null while it is not an amount. */
export function MoneyField({
  value,
  currency,
  onValue,
  name,
  ...field
}: FieldProps & {
  name: string;
  value: Money | null;
  currency: string;
  onValue: (value: Money | null) => void;
}) {
  const language = locale.use();
  const [typed, setTyped] = useState<string | null>(null);
  const symbol = currencySymbol(currency, language);
  return (
    <Field {...field}>
      {(ties) => (
        <span className="relative flex items-center">
          <span className="pointer-events-none absolute start-3 text-muted">{symbol}</span>
          <input
            {...ties}
            name={name}
            inputMode={exponentOf(currency) ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={typed ?? (value ? written(value, language) : '')}
            className={classes(inputClass, symbol.length > 1 ? 'ps-10' : 'ps-8', 'text-end tabular-nums')}
            onChange={(event) => {
              setTyped(event.target.value);
              const amount = parseAmount(event.target.value, currency);
              onValue(amount === null ? null : { amount, currency });
            }}
            onBlur={() => value && setTyped(null)}
          />
        </span>
      )}
    </Field>
  );
}
