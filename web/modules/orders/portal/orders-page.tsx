import type { OrderItem } from '../../../../server/modules/orders/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useOrderColumns, useStateChoices } from '../parts/order-columns.tsx';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words } = useText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/orders`, ['status', 'q']);
  const list = useList<OrderItem>(asked.url, ['orders.', 'billing.invoice', 'provisioning.']);
  const maySeeOffers = useCan('offers.read');
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
      <PageHeader
        title={words.title}
        lead={words.lead}
        act={order}
        aside={
          maySeeOffers && (
            <LinkButton weight="secondary" to={to.offers()}>
              {words.offers}
            </LinkButton>
          )
        }
      />
      <ListFilters search={words.search} name="status" label={words.filter} choices={states} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="cart" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns({
          key: 'number',
          header: words.order,
          card: 'rest',
          cell: (row) => <span className="text-muted tabular-nums">{row.number}</span>,
        })}
        rowKey={(row) => row.id}
        to={(row) => to.order(row.id)}
      />
    </>
  );
}
