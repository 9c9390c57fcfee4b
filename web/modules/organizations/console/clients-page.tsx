import type { Client } from '../../../../server/modules/organizations/contract.ts';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';
import { useTierText } from '../text/tiers.ts';

export function Page() {
  const { clients: words } = useText();
  const tierWords = useTierText();
  const format = useFormat();
  const search = useSearch();
  const mayManage = useCan('organizations.tiers.manage');
  const tiers =
    useSideData<{ items: ClientTier[] }>('/api/console/client-tiers', 'organizations.').data?.items ?? [];
  const asked = useFiltered('/api/console/clients', ['q', 'tier']);
  const list = useList<Client>(asked.url, 'organizations.');

  const columns: Column<Client>[] = [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: (client) => (
        <>
          {client.name}
          {client.tier && (
            <span className="ms-2 inline-block align-middle">
              <StatusChip tone={client.tier.color} icon="star">
                {format.words(client.tier.titles)}
              </StatusChip>
            </span>
          )}
          {client.guest && <span className="block text-13 font-normal text-muted">{words.guest}</span>}
          {client.parent && (
            <span className="block text-13 font-normal text-muted">{words.of(client.parent.name)}</span>
          )}
        </>
      ),
    },
    { key: 'email', header: words.email, card: 'when', cell: (client) => client.billingEmail },
    { key: 'country', header: words.country, card: 'none', cell: (client) => client.country },
    { key: 'currency', header: words.currency, card: 'none', cell: (client) => client.currency },
    {
      key: 'since',
      header: words.since,
      card: 'figure',
      align: 'end',
      cell: (client) => <Time value={client.createdAt} style="date" />,
    },
  ];

  return (
    <>
      <PageHeader
        title={words.title}
        aside={
          mayManage && (
            <LinkButton weight="secondary" icon="star" to={consolePaths.clientTiers()}>
              {tierWords.title}
            </LinkButton>
          )
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className="w-full max-w-md">
          <SearchBox label={words.search} />
        </div>
        {tiers.length > 0 && (
          <Select
            bare
            label={tierWords.tier}
            name="tier"
            value={search.get('tier') ?? ''}
            onValue={(tier) => search.set({ tier: tier || null })}
            choices={[
              { value: '', label: tierWords.any },
              ...tiers.map(({ id, titles }) => ({ value: id, label: format.words(titles) })),
            ]}
          />
        )}
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState small icon="people" title={words.emptyTitle}>
            {words.empty}
          </EmptyState>
        }
        dense
        caption={words.title}
        columns={columns}
        rowKey={(client) => client.id}
        to={(client) => consolePaths.client(client.id)}
      />
    </>
  );
}
