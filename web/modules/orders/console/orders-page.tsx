import type { StaffOrderItem } from '../../../../server/modules/orders/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useOrderColumns, useStateChoices } from '../parts/order-columns.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words, guest } = useText();
  const asked = useFiltered('/api/console/orders', ['status', 'q']);
  const list = useList<StaffOrderItem>(asked.url, ['orders.', 'billing.invoice']);
  const columns = useOrderColumns<StaffOrderItem>();
  const states = useStateChoices();
  return (
    <>
      <PageHeader title={words.consoleTitle} />
      <ListFilters search={words.consoleSearch} name="status" label={words.filter} choices={states} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="cart" title={words.empty}>
            {words.consoleEmptyHint}
          </EmptyState>
        }
        dense
        caption={words.consoleTitle}
        columns={columns({
          key: 'client',
          header: words.client,
          card: 'rest',
          cell: (row) => (
            <>
              {row.client.name}
              {row.client.guest && <span className="text-muted"> · {guest.mark}</span>}{' '}
              <span className="text-muted tabular-nums">· {row.number}</span>
            </>
          ),
        })}
        rowKey={(row) => row.id}
        to={(row) => consolePaths.order(row.id)}
      />
    </>
  );
}
