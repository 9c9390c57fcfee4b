import type { OrderItem } from '../../../../server/modules/orders/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
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
  const { api, to } = useOrganization();
  const search = useSearch();
  const [status, q] = [search.get('status'), search.get('q')];
  const list = useList<OrderItem>(withQuery(`${api}/orders`, { status, q }), [
    'orders.',
    'billing.invoice',
    'provisioning.',
  ]);
  const mayOrder = useCan('orders.place');
  const columns = useOrderColumns<OrderItem>();
  const states = useStateChoices();
  const order = mayOrder && (
    <LinkButton icon="plus" wide to={to.store()}>
      {words.first}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} act={order} />
      <div className="mb-3 flex flex-col gap-2 lg:flex-row-reverse lg:items-center lg:justify-between">
        <div className="lg:w-72">
          <SearchBox label={words.search} />
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
              <EmptyState icon="cart" title={words.empty} act={order}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns({
              key: 'number',
              header: words.order,
              card: 'rest',
              cell: (row) => <span className="text-muted tabular-nums">{row.number}</span>,
            })}
            rowKey={(row) => row.id}
            to={(row) => to.order(row.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
