import type { AuditFact } from '../../../../server/modules/audit/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
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
  'identity',
  'catalog',
  'notifications',
  'kernel',
] as const;
// In the order of the address template in pages.ts.
const filters = ['name', 'organization', 'actor', 'from', 'to'] as const;

export function Page() {
  const { audit: words, system, visitor } = useText();
  const search = useSearch();
  const asked = Object.fromEntries(filters.map((name) => [name, search.get(name)]));
  const list = useList<AuditFact>(withQuery('/api/console/audit', asked));
  const columns: Column<AuditFact>[] = [
    { key: 'what', header: words.what, card: 'title', cell: (fact) => <FactCell fact={fact} /> },
    {
      key: 'who',
      header: words.who,
      card: 'rest',
      cell: ({ actor }) =>
        actor.id ? (
          <Narrow name="actor" value={actor.id} label={actor.name ?? words.chosenPerson} />
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
      cell: ({ happenedAt }) => <Time value={happenedAt} style="dateTime" />,
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <FactFilters areas={areas} />
      <Chosen facts={list.items} />
      <Card flush>
        <ListBody
          list={list}
          empty={
            filters.some((name) => search.get(name)) ? (
              <NoResult onClear={() => search.set(Object.fromEntries(filters.map((name) => [name, null])))} />
            ) : (
              <EmptyState icon="history" title={words.empty}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(fact) => fact.id}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
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
      className="cursor-pointer text-start break-words text-accent-text hover:underline"
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
    <div className="mb-3 flex flex-wrap items-center gap-2 text-body font-medium">
      {actor && <span>{words.onlyActor(actorName)}</span>}
      {actor && client && <span aria-hidden="true">·</span>}
      {client && <span>{words.onlyClient(clientName)}</span>}
      <Button weight="quiet" icon="close" onClick={() => search.set({ actor: null, organization: null })}>
        {words.dropFilter}
      </Button>
    </div>
  );
}
