import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { NarrowedTo } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { FactFilters } from '../shared/fact-filters.tsx';
import { useText } from '../text/index.ts';
import { Chain } from './chain.tsx';
import { FactCell } from './fact-cell.tsx';

const areas = [
  'billing',
  'payments',
  'orders',
  'services',
  'provisioning',
  'support',
  'organizations',
  'directory',
  'identity',
  'catalog',
  'notifications',
  'kernel',
] as const;

export function Page() {
  const { audit: words, key, system, visitor } = useText();
  // In the order of the address template in pages.ts.
  const asked = useFiltered('/api/console/audit', ['name', 'organization', 'actor', 'from', 'to']);
  const list = useList<AuditFact>(asked.url);
  const columns: Column<AuditFact>[] = [
    { key: 'what', header: words.what, card: 'title', cell: (fact) => <FactCell fact={fact} /> },
    {
      key: 'who',
      header: words.who,
      card: 'rest',
      cell: ({ actor }) =>
        actor.id ? (
          <Narrow
            name="actor"
            value={actor.id}
            label={actor.kind === 'key' ? key(actor.name ?? '') : (actor.name ?? words.chosenPerson)}
          />
        ) : (
          <span className="text-muted">{actor.kind === 'system' ? system : visitor}</span>
        ),
    },
    {
      key: 'where',
      header: words.where,
      card: 'state',
      cell: ({ organization }) =>
        organization ? (
          <Narrow name="organization" value={organization.id} label={organization.name} />
        ) : (
          <span className="text-muted">–</span>
        ),
    },
    {
      key: 'when',
      header: words.when,
      card: 'when',
      cell: ({ happenedAt }) => (
        <span className="whitespace-nowrap">
          <Time value={happenedAt} style="dateTime" />
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FactFilters areas={areas} />
      <Chosen facts={list.items} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="history" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(fact) => fact.id}
        dense
      />
      <Chain />
    </>
  );
}

/** A name that narrows the list to itself. */
function Narrow({ name, value, label }: { name: 'actor' | 'organization'; value: string; label: string }) {
  const { audit: words } = useText();
  const search = useSearch();
  if (search.get(name) === value) return label;
  return (
    <button
      type="button"
      title={words.narrowTo(label)}
      className="inline-block min-h-6 cursor-pointer text-start break-words text-accent-text hover:underline"
      onClick={() => search.set({ [name]: value })}
    >
      {label}
    </button>
  );
}

/** Which person and client the list is narrowed to, with the way back. */
function Chosen({ facts }: { facts: readonly AuditFact[] }) {
  const { audit: words } = useText();
  const search = useSearch();
  const actor = search.get('actor');
  const client = search.get('organization');
  if (!actor && !client) return null;
  const actorName = facts.find((fact) => fact.actor.id === actor)?.actor.name ?? words.chosenPerson;
  const clientName =
    facts.find(({ organization }) => organization?.id === client)?.organization?.name ?? words.chosenClient;
  return (
    <NarrowedTo names={['actor', 'organization']} back={words.dropFilter}>
      {actor && <span>{words.onlyActor(actorName)}</span>}
      {actor && client && <span aria-hidden="true">·</span>}
      {client && <span>{words.onlyClient(clientName)}</span>}
    </NarrowedTo>
  );
}
