import { useState } from 'react';
import { useSearch } from '../../../kernel/pages/search.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { useText } from '../text/index.ts';

const states = ['open', 'overdue', 'pending', 'paid', 'void'] as const;
const range = ['from', 'to', 'min', 'max'] as const;
/** Everything that narrows a list of invoices, as it stands in the address and in the API's question. */
export const filterNames = ['status', 'q', ...range] as const;

/** State as chips, number as search; days and sums behind a button, since they are asked for seldom. */
export function InvoiceFilters({ currency }: { currency: string }) {
  const { list: words, states: names } = useText();
  const search = useSearch();
  const ranged = range.some((name) => search.get(name));
  const [shown, setShown] = useState(ranged);
  const toggle = () => setShown(!shown);
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
        <div className="min-w-0 flex-1 sm:w-64 sm:flex-none">
          <SearchBox label={words.search} />
        </div>
        <IconButton
          icon="filter"
          label={words.more}
          aria-expanded={shown}
          className="border border-line-control bg-surface sm:hidden"
          onClick={toggle}
        />
        <div className="w-full min-w-0 sm:w-auto sm:grow">
          <FilterChips
            name="status"
            label={words.filter}
            choices={states.map((value) => ({ value, label: value === 'open' ? words.open : names[value] }))}
          />
        </div>
        <Button
          weight="quiet"
          icon="filter"
          aria-expanded={shown}
          className="shrink-0 whitespace-nowrap max-sm:hidden"
          onClick={toggle}
        >
          {words.more}
        </Button>
      </div>
      {shown && <Range key={range.map((name) => search.get(name)).join()} currency={currency} />}
    </div>
  );
}

function Range({ currency }: { currency: string }) {
  const { list: words } = useText();
  const search = useSearch();
  const [days, setDays] = useState({ from: search.get('from') ?? '', to: search.get('to') ?? '' });
  const sumOf = (name: 'min' | 'max') => {
    const amount = search.get(name);
    return amount === null ? null : { amount: Number(amount), currency };
  };
  const [sums, setSums] = useState({ min: sumOf('min'), max: sumOf('max') });
  const apply = () =>
    search.set({
      from: days.from || null,
      to: days.to || null,
      min: sums.min ? String(sums.min.amount) : null,
      max: sums.max ? String(sums.max.amount) : null,
    });
  return (
    <form
      className="grid grid-cols-2 items-end gap-3 rounded border border-line bg-surface p-3 lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          type="date"
          optional={false}
          label={words[name]}
          value={days[name]}
          onValue={(day) => setDays({ ...days, [name]: day })}
        />
      ))}
      {(['min', 'max'] as const).map((name) => (
        <MoneyField
          key={name}
          name={name}
          label={words[name]}
          currency={currency}
          value={sums[name]}
          onValue={(sum) => setSums({ ...sums, [name]: sum })}
        />
      ))}
      <div className="col-span-2 flex gap-2 lg:col-span-1">
        <Button type="submit" weight="secondary">
          {words.apply}
        </Button>
        <Button weight="quiet" onClick={() => search.set({ from: null, to: null, min: null, max: null })}>
          {words.clear}
        </Button>
      </div>
    </form>
  );
}
