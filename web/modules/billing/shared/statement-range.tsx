import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { classes } from '../../../ui/classes.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type Range, rangesFor } from './ranges.ts';

/** The period of a statement: the usual ones as chips, any other by its days. */
export function StatementRange() {
  const { statement: words } = useText();
  const { timeZone } = useFormat();
  const search = useSearch();
  const now: Range = { from: search.get('from') ?? '', to: search.get('to') ?? '' };
  const choices: [keyof ReturnType<typeof rangesFor> | 'ever', Range][] = [
    ['ever', { from: '', to: '' }],
    ...(Object.entries(rangesFor(timeZone, new Date())) as [keyof ReturnType<typeof rangesFor>, Range][]),
  ];
  const choose = ({ from, to }: Range) => search.set({ from: from || null, to: to || null });
  return (
    <div className="no-print mb-4 flex flex-col gap-3 lg:flex-row lg:items-end lg:justify-between">
      <div
        role="group"
        aria-label={words.ranges}
        className="flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]"
      >
        {choices.map(([name, range]) => {
          const here = range.from === now.from && range.to === now.to;
          return (
            <button
              key={name}
              type="button"
              aria-pressed={here}
              onClick={() => choose(range)}
              className={classes(
                'min-h-9 shrink-0 cursor-pointer rounded-full border px-3.5 text-14 sm:min-h-8 sm:text-13',
                here
                  ? 'border-accent-ring bg-accent-soft font-medium text-accent-text'
                  : 'border-line-control bg-surface hover:bg-sunken',
              )}
            >
              {words[name]}
            </button>
          );
        })}
      </div>
      <div className="grid grid-cols-2 gap-3 lg:w-80">
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={words[name]}
            value={now[name]}
            onValue={(day) => choose({ ...now, [name]: day })}
          />
        ))}
      </div>
    </div>
  );
}
