import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/inputs.tsx';
import { withQuery } from '../pages/match.ts';
import { useSideData } from '../query/use-data.ts';
import type { Page } from '../query/use-list.ts';

export interface Found {
  id: string;
  name: string;
  detail: string;
}

/** Milliseconds without typing before the search begins. */
const settle = 250;

/** Finds one thing by words of its list and holds it once it is chosen. `url` is the list, `read` what a row says. */
export function Finder<Row>({
  name,
  label,
  hint,
  words,
  url,
  read,
  chosen,
  error,
  onChoose,
}: {
  name: string;
  label: string;
  hint?: string;
  words: { change: string; none: (query: string) => string };
  url: string;
  read: (row: Row) => Found;
  chosen: Found | null | undefined;
  error: string | undefined;
  /** Null: another is wanted. */
  onChoose: (row: Row | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), settle);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data: found } = useSideData<Page<Row>>(
    query && !chosen ? withQuery(url, { q: query, limit: 6 }) : null,
  );
  if (chosen) {
    return (
      <div className="flex items-center justify-between gap-3 rounded bg-sunken p-3 text-body">
        <span className="min-w-0">
          <span className="block font-medium break-words">{chosen.name}</span>
          <span className="block text-13 [overflow-wrap:anywhere] text-muted">{chosen.detail}</span>
        </span>
        <Button weight="secondary" className="whitespace-nowrap" onClick={() => onChoose(null)}>
          {words.change}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextField
        name={name}
        label={label}
        hint={hint}
        error={error}
        value={typed}
        onValue={setTyped}
        autoComplete="off"
        type="search"
      />
      {found && query && (
        <ul className="mt-2 divide-y divide-line rounded border border-line" aria-live="polite">
          {found.items.map((row) => {
            const { id, name: title, detail } = read(row);
            return (
              <li key={id}>
                <button
                  type="button"
                  className="flex min-h-11 w-full cursor-pointer flex-col items-start px-3 py-2 text-start text-body hover:bg-sunken"
                  onClick={() => onChoose(row)}
                >
                  <span className="font-medium">{title}</span>
                  <span className="text-13 text-muted">{detail}</span>
                </button>
              </li>
            );
          })}
          {found.items.length === 0 && <li className="p-3 text-body text-muted">{words.none(query)}</li>}
        </ul>
      )}
    </div>
  );
}
