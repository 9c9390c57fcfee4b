import { useSearch } from '../../../kernel/pages/search.ts';
import { classes } from '../../../ui/classes.ts';

/** Which ledger, where a client has more than one. */
export function CurrencyChips({
  label,
  currencies,
  current,
}: {
  label: string;
  currencies: readonly string[];
  current: string;
}) {
  const search = useSearch();
  if (currencies.length < 2) return null;
  return (
    <div role="group" aria-label={label} className="no-print mb-3 flex gap-1.5">
      {currencies.map((currency) => (
        <button
          key={currency}
          type="button"
          aria-pressed={currency === current}
          onClick={() => search.set({ currency })}
          className={classes(
            'min-h-9 cursor-pointer rounded-full border px-3.5 text-14 sm:min-h-8 sm:text-13',
            currency === current
              ? 'border-accent-ring bg-accent-soft font-medium text-accent-text'
              : 'border-line-control bg-surface hover:bg-sunken',
          )}
        >
          {currency}
        </button>
      ))}
    </div>
  );
}
