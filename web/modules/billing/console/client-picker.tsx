import { useEffect, useState } from 'react';
import { withQuery } from '../../../kernel/pages/match.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** The part of a client that an invoice needs. */
export interface Client {
  id: string;
  name: string;
  billingEmail: string;
  currency: string;
}

/** Milliseconds without typing before the search begins. */
const settle = 250;

/** Finds a client by name or address. `askedFor` is the id of one that the page was opened with. */
export function ClientPicker({
  chosen,
  askedFor,
  error,
  onChoose,
}: {
  chosen: Client | null;
  askedFor: string | null;
  error: string | undefined;
  onChoose: (client: Client | null) => void;
}) {
  const { write: words } = useText();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), settle);
    return () => clearTimeout(timer);
  }, [typed]);
  const [dismissed, setDismissed] = useState(false);
  const wanted = askedFor !== null && !chosen && !dismissed;
  const { data: asked } = useSideData<Client>(
    wanted ? `/api/console/clients/${encodeURIComponent(askedFor)}` : null,
  );
  useEffect(() => {
    if (wanted && asked) onChoose(asked);
  }, [wanted, asked, onChoose]);
  const { data: found } = useSideData<Page<Client>>(
    query && !chosen ? withQuery('/api/console/clients', { q: query, limit: 6 }) : null,
  );
  if (chosen) {
    return (
      <div className="flex items-center justify-between gap-3 rounded bg-sunken p-3 text-body">
        <span className="min-w-0">
          <span className="block text-13 text-muted">{words.client}</span>
          <span className="block font-medium break-words">{chosen.name}</span>
          <span className="block text-13 break-all text-muted">{chosen.billingEmail}</span>
        </span>
        <Button
          weight="secondary"
          className="whitespace-nowrap"
          onClick={() => {
            setDismissed(true);
            onChoose(null);
          }}
        >
          {words.change}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextField
        name="client"
        label={words.findClient}
        hint={words.clientHint}
        error={error}
        value={typed}
        onValue={setTyped}
        autoComplete="off"
        type="search"
      />
      {found && query && (
        <ul className="mt-2 divide-y divide-line rounded border border-line" aria-live="polite">
          {found.items.map((client) => (
            <li key={client.id}>
              <button
                type="button"
                className="flex min-h-11 w-full cursor-pointer flex-col items-start px-3 py-2 text-start text-body hover:bg-sunken"
                onClick={() => onChoose(client)}
              >
                <span className="font-medium">{client.name}</span>
                <span className="text-13 text-muted">{client.billingEmail}</span>
              </button>
            </li>
          ))}
          {found.items.length === 0 && <li className="p-3 text-body text-muted">{words.noClient(query)}</li>}
        </ul>
      )}
    </div>
  );
}
