import type { ClientServiceItem } from '../../../../server/modules/services/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useServiceColumns } from '../shared/service-columns.tsx';
import { statuses } from '../shared/statuses.ts';
import { useText } from '../text/index.ts';

const { console: to } = paths;

export function Page() {
  const { desk: words, list: listWords } = useText();
  const search = useSearch();
  const [status, q, organization] = [search.get('status'), search.get('q'), search.get('organization')];
  const url = withQuery('/api/console/services', { status, q, organization });
  const list = useList<ClientServiceItem>(url, ['services.', 'provisioning.']);
  const [service, ...rest] = useServiceColumns<ClientServiceItem>({ desk: true });
  const columns: Column<ClientServiceItem>[] = [
    service!,
    { key: 'client', header: words.client, card: 'rest', cell: (row) => row.organization.name },
    ...rest,
  ];
  return (
    <>
      <PageHeader title={words.title} />
      <div className="mb-3 flex flex-col gap-2 sm:flex-row sm:items-center">
        <div className="sm:w-64">
          <SearchBox label={words.search} />
        </div>
        <div className="min-w-0 grow">
          <FilterChips
            name="status"
            label={listWords.filter}
            choices={statuses.map((value) => ({ value, label: listWords.statuses[value] }))}
          />
        </div>
      </div>
      {organization && (
        <div className="mb-3 flex flex-wrap items-center gap-2 text-body">
          {list.items[0] && (
            <span className="font-medium">{words.onlyClient(list.items[0].organization.name)}</span>
          )}
          <Button weight="quiet" icon="close" onClick={() => search.set({ organization: null })}>
            {words.allClients}
          </Button>
        </div>
      )}
      <Card flush>
        <ListBody
          list={list}
          empty={
            status || q ? (
              <NoResult query={q} onClear={() => search.set({ status: null, q: null })} />
            ) : (
              <EmptyState icon="services" title={words.empty}>
                {organization ? words.emptyClient : words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            to={(row) => to.service(row.id)}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
    </>
  );
}
