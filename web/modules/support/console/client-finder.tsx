import { useEffect, useState } from 'react';
import { withQuery } from '../../../kernel/pages/match.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Client {
  id: string;
  name: string;
  billingEmail: string;
}

/** Milliseconds without typing before the search begins. */
const settle = 250;

/** Finds a client by name or address; once chosen it stands there by name. */
export function ClientFinder({
  chosen,
  error,
  onChoose,
}: {
  chosen: { name: string; billingEmail: string } | undefined;
  error: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { forClient: words } = useText();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), settle);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data: found } = useSideData<Page<Client>>(
    query && !chosen ? withQuery('/api/console/clients', { q: query, limit: 6 }) : null,
  );
  if (chosen) {
    return (
      <div className="flex items-center justify-between gap-3 rounded bg-sunken p-3 text-body">
        <span className="min-w-0">
          <span className="block font-medium break-words">{chosen.name}</span>
          <span className="block text-13 break-all text-muted">{chosen.billingEmail}</span>
        </span>
        <Button weight="secondary" className="whitespace-nowrap" onClick={() => onChoose('')}>
          {words.change}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextField
        name="organizationId"
        type="search"
        label={words.findClient}
        hint={words.clientHint}
        error={error}
        value={typed}
        onValue={setTyped}
        autoComplete="off"
      />
      {found && query && (
        <ul className="mt-2 divide-y divide-line rounded border border-line" aria-live="polite">
          {found.items.map(({ id, name, billingEmail }) => (
            <li key={id}>
              <button
                type="button"
                className="flex min-h-11 w-full cursor-pointer flex-col items-start px-3 py-2 text-start text-body hover:bg-sunken"
                onClick={() => onChoose(id)}
              >
                <span className="font-medium">{name}</span>
                <span className="text-13 text-muted">{billingEmail}</span>
              </button>
            </li>
          ))}
          {found.items.length === 0 && <li className="p-3 text-body text-muted">{words.noClient(query)}</li>}
        </ul>
      )}
    </div>
  );
}
