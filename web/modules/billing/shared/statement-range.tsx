import { useFormat } from '../../../kernel/format/use-format.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Chip, Chips } from '../../../ui/chip.tsx';
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
      <Chips label={words.ranges}>
        {choices.map(([name, range]) => {
          const here = range.from === now.from && range.to === now.to;
          return (
            <Chip key={name} on={here} onPress={() => choose(range)}>
              {words[name]}
            </Chip>
          );
        })}
      </Chips>
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
