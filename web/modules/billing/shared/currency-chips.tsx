import { useSearch } from '../../../kernel/pages/search.ts';
import { Chip, Chips } from '../../../ui/chip.tsx';

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
    <Chips label={label} className="no-print mb-3">
      {currencies.map((currency) => (
        <Chip key={currency} on={currency === current} onPress={() => search.set({ currency })}>
          {currency}
        </Chip>
      ))}
    </Chips>
  );
}
