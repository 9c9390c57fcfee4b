import { useEffect, useState } from 'react';
import { withQuery } from '../../../kernel/pages/match.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

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
  url,
  query: more,
  read,
  chosen,
  error,
  onChoose,
}: {
  name: string;
  label: string;
  hint?: string;
  url: string;
  query?: Record<string, string>;
  read: (row: Row) => Found;
  chosen: Found | null;
  error: string | undefined;
  onChoose: (found: Found | null) => void;
}) {
  const { desk: words } = useText();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), settle);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useSideData<Page<Row>>(
    query && !chosen ? withQuery(url, { ...more, q: query, limit: 6 }) : null,
  );
  if (chosen) {
    return (
      <div className="flex items-center justify-between gap-3 rounded bg-sunken p-3 text-body">
        <span className="min-w-0">
          <span className="block font-medium break-words">{chosen.name}</span>
          <span className="block text-13 text-muted">{chosen.detail}</span>
        </span>
        <Button weight="secondary" onClick={() => onChoose(null)}>
          {words.changeChoice}
        </Button>
      </div>
    );
  }
  const found = data?.items.map(read);
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
          {found.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="flex min-h-11 w-full cursor-pointer flex-col items-start px-3 py-2 text-start text-body hover:bg-sunken"
                onClick={() => onChoose(one)}
              >
                <span className="font-medium">{one.name}</span>
                <span className="text-13 text-muted">{one.detail}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="p-3 text-body text-muted">{words.noneFound(query)}</li>}
        </ul>
      )}
    </div>
  );
}
