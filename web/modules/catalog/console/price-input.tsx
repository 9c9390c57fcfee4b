import { useState } from 'react';
import { currencySymbol, exponentOf, parseAmount } from '../../../kernel/format/money.ts';
import { formatNumber } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { classes } from '../../../ui/classes.ts';
import { inputClass } from '../../../ui/field.tsx';

/** A sum in a cell of a table whose headings name it; null is an empty cell. */
export function PriceInput({
  label,
  currency,
  amount,
  onAmount,
  disabled,
}: {
  label: string;
  currency: string;
  /** Minor units. */
  amount: number | null;
  onAmount: (amount: number | null) => void;
  disabled?: boolean;
}) {
  const language = locale.use();
  const [typed, setTyped] = useState<string | null>(null);
  const symbol = currencySymbol(currency, language);
  const digits = exponentOf(currency);
  const written =
    amount === null ? '' : formatNumber(amount / 10 ** digits, language, { minimumFractionDigits: digits });
  return (
    <span className="relative flex items-center">
      <span className="pointer-events-none absolute start-3 text-13 text-muted">{symbol}</span>
      <input
        aria-label={label}
        inputMode={digits > 0 ? 'decimal' : 'numeric'}
        autoComplete="off"
        disabled={disabled}
        value={typed ?? written}
        className={classes(inputClass, symbol.length > 1 ? 'ps-10' : 'ps-8', 'text-end tabular-nums')}
        onChange={(event) => {
          setTyped(event.target.value);
          onAmount(parseAmount(event.target.value, currency));
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  );
}
