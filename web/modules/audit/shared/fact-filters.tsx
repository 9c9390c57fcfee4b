import { useFormat } from '../../../kernel/format/use-format.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';
import { dayStart } from './day-start.ts';

export type Area = Exclude<keyof Text['areas'], 'label'>;

/** The area as chips, the days as dates; the address holds instants, so that a link means the same in every zone. */
export function FactFilters({ areas }: { areas: readonly Area[] }) {
  const { areas: names, from, to } = useText();
  const { timeZone } = useFormat();
  const search = useSearch();
  const dayOf = (instant: string | null, less = 0) =>
    instant && !Number.isNaN(Date.parse(instant))
      ? dateIn(timeZone, new Date(Date.parse(instant) - less))
      : '';
  const choose = (name: 'from' | 'to', day: string) =>
    search.set({ [name]: day ? dayStart(day, timeZone, name === 'to' ? 1 : 0) : null });
  return (
    <div className="mb-3 flex flex-col gap-3 2xl:flex-row 2xl:items-end 2xl:justify-between">
      <div className="min-w-0">
        <FilterChips
          name="name"
          label={names.label}
          choices={areas.map((area) => ({ value: `${area}.`, label: names[area] }))}
        />
      </div>
      <div className="grid shrink-0 grid-cols-2 gap-3 sm:w-80">
        <TextField
          name="from"
          type="date"
          label={from}
          value={dayOf(search.get('from'))}
          onValue={(day) => choose('from', day)}
        />
        <TextField
          name="to"
          type="date"
          label={to}
          value={dayOf(search.get('to'), 1)}
          onValue={(day) => choose('to', day)}
        />
      </div>
    </div>
  );
}
