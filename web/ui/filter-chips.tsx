import { useSearch } from '../kernel/pages/search.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { classes } from './classes.ts';

/** One filter as chips; the choice is a query parameter of the page. */
export function FilterChips({
  name,
  label,
  choices,
}: {
  /** Query parameter. */
  name: string;
  label: string;
  choices: readonly { value: string; label: string; count?: number }[];
}) {
  const search = useSearch();
  const text = useKernelText();
  const current = search.get(name) ?? '';
  return (
    <div role="group" aria-label={label} className="flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]">
      {[{ value: '', label: text.all, count: undefined }, ...choices].map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === current}
          onClick={() => search.set({ [name]: choice.value || null })}
          className={classes(
            'min-h-9 shrink-0 cursor-pointer rounded-full border px-3.5 text-14 transition-colors sm:min-h-8 sm:text-13',
            choice.value === current
              ? 'border-accent-ring bg-accent-soft font-medium text-accent-text'
              : 'border-line-control bg-surface text-ink hover:bg-sunken',
          )}
        >
          {choice.label}
          {choice.count !== undefined && <span className="ms-1.5 text-muted">{choice.count}</span>}
        </button>
      ))}
    </div>
  );
}
