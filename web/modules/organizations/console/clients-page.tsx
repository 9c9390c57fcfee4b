import type { Client } from '../../../../server/modules/organizations/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { clients: words } = useText();
  const search = useSearch();
  const q = search.get('q');
  const list = useList<Client>(withQuery('/api/console/clients', { q }), 'organizations.');

  const columns: Column<Client>[] = [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: (client) => (
        <>
          {client.name}
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
      <Card flush>
        <ListBody
          list={list}
          empty={
            q ? (
              <NoResult query={q} onClear={() => search.set({ q: null })} />
            ) : (
              <EmptyState small icon="people" title={words.emptyTitle}>
                {words.empty}
              </EmptyState>
            )
          }
        >
          <DataTable
            dense
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(client) => client.id}
            to={(client) => paths.console.client(client.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
