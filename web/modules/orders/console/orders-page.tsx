import type { StaffOrderItem } from '../../../../server/modules/orders/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useOrderColumns, useStateChoices } from '../parts/order-columns.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words } = useText();
  const search = useSearch();
  const [status, q] = [search.get('status'), search.get('q')];
  const list = useList<StaffOrderItem>(withQuery('/api/console/orders', { status, q }), [
    'orders.',
    'billing.invoice',
  ]);
  const columns = useOrderColumns<StaffOrderItem>();
  const states = useStateChoices();
  return (
    <>
      <PageHeader title={words.consoleTitle} />
      <div className="mb-3 flex flex-col gap-2 lg:flex-row-reverse lg:items-center lg:justify-between">
        <div className="lg:w-80">
          <SearchBox label={words.consoleSearch} />
        </div>
        <FilterChips name="status" label={words.filter} choices={states} />
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            status || q ? (
              <NoResult query={q} onClear={() => search.set({ status: null, q: null })} />
            ) : (
              <EmptyState icon="cart" title={words.empty}>
                {words.consoleEmptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            dense
            caption={words.consoleTitle}
            rows={list.items}
            columns={columns({
              key: 'client',
              header: words.client,
              card: 'rest',
              cell: (row) => (
                <>
                  {row.client.name} <span className="text-muted tabular-nums">· {row.number}</span>
                </>
              ),
            })}
            rowKey={(row) => row.id}
            to={(row) => paths.console.order(row.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
