import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { clients: words } = useText();
  const asked = useFiltered('/api/console/clients', ['q']);
  const list = useList<Client>(asked.url, 'organizations.');

  const columns: Column<Client>[] = [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: (client) => (
        <>
          {client.name}
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
      <PageHeader title={words.title} />
      <div className="mb-3 max-w-md">
        <SearchBox label={words.search} />
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
