import type { ClientServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListFilters, NarrowedTo } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useServiceColumns } from '../shared/service-columns.tsx';
import { statuses } from '../shared/statuses.ts';
import { useText } from '../text/index.ts';

const to = consolePaths;

export function Page() {
  const { desk: words, list: listWords } = useText();
  const organization = useSearch().get('organization');
  const asked = useFiltered('/api/console/services', ['status', 'q', 'organization'], ['organization']);
  const list = useList<ClientServiceItem>(asked.url, ['services.', 'provisioning.']);
  const [service, ...rest] = useServiceColumns<ClientServiceItem>({ desk: true });
  const columns: Column<ClientServiceItem>[] = [
    service!,
    { key: 'client', header: words.client, card: 'rest', cell: (row) => row.organization.name },
    ...rest,
  ];
  return (
    <>
      <PageHeader title={words.title} />
      <ListFilters
        search={words.search}
        name="status"
        label={listWords.filter}
        choices={statuses.map((value) => ({ value, label: listWords.statuses[value] }))}
      />
      <NarrowedTo names={['organization']} back={words.allClients}>
        {list.items[0] && words.onlyClient(list.items[0].organization.name)}
      </NarrowedTo>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="services" title={words.empty}>
            {organization ? words.emptyClient : words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        to={(row) => to.service(row.id)}
        dense
      />
    </>
  );
}
