import { useSearch } from '../kernel/pages/search.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { Chip, Chips } from './chip.tsx';

export interface FilterChipsProps {
  /** Query parameter. */
  name: string;
  label: string;
  choices: readonly { value: string; label: string; count?: number }[];
  /** What is shown where nothing is chosen, if that is not all. */
  first?: string;
}

/** One filter as chips; the choice is a query parameter of the page. */
export function FilterChips({ name, label, choices, first }: FilterChipsProps) {
  const search = useSearch();
  const text = useKernelText();
  const current = search.get(name) ?? '';
  return (
    <Chips label={label}>
      {[{ value: '', label: first ?? text.all, count: undefined }, ...choices].map((choice) => (
        <Chip
          key={choice.value}
          on={choice.value === current}
          onPress={() => search.set({ [name]: choice.value || null })}
        >
          {choice.label}
          {choice.count !== undefined && <span className="ms-0.5 text-muted">{choice.count}</span>}
        </Chip>
      ))}
    </Chips>
  );
}
