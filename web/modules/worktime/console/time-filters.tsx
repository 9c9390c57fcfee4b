import type { z } from 'zod';
import type { Client } from '../../../../server/modules/organizations/contract.ts';
import type { agentList } from '../../../../server/modules/support/contract.ts';
import { Finder } from '../../../kernel/forms/finder.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const states = ['unbilled', 'billed', 'not_billable'] as const;

/** What narrows the list of time. */
export function TimeFilters() {
  const { filters: words, states: names } = useText();
  const search = useSearch();
  const seesTickets = useCan('support.tickets.read');
  const client = search.get('client');
  const { data: chosen } = useSideData<{ id: string; name: string; billingEmail: string }>(
    client && `/api/console/clients/${encodeURIComponent(client)}`,
  );
  const { data: agents } = useSideData<z.output<typeof agentList>>(
    seesTickets ? '/api/console/tickets/agents' : null,
  );
  const day = (name: 'from' | 'to') => (
    <TextField
      type="date"
      name={name}
      label={words[name]}
      value={search.get(name) ?? ''}
      onValue={(value) => search.set({ [name]: value || null })}
      required={false}
    />
  );
  return (
    <div className="mb-3 grid items-end gap-2 sm:flex sm:flex-wrap [&>*]:sm:w-44">
      <Finder<Client>
        key={client ?? ''}
        name="client"
        label={words.client}
        words={{ change: words.another, none: words.none }}
        url="/api/console/clients"
        read={({ id, name, billingEmail }) => ({ id, name, detail: billingEmail })}
        chosen={client && chosen ? { id: chosen.id, name: chosen.name, detail: '' } : null}
        error={undefined}
        onChoose={(row) => search.set({ client: row?.id ?? null })}
      />
      <Select
        bare
        label={words.agent}
        name="person"
        value={search.get('person') ?? ''}
        onValue={(person) => search.set({ person: person || null })}
        choices={[
          { value: '', label: words.anyAgent },
          { value: 'me', label: words.me },
          ...(agents?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        bare
        label={words.state}
        name="state"
        value={search.get('state') ?? ''}
        onValue={(state) => search.set({ state: state || null })}
        choices={[
          { value: '', label: words.anyState },
          ...states.map((value) => ({ value, label: names[value] })),
        ]}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}
