import type { ServiceItem } from '../../../../server/modules/services/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useServiceColumns } from '../shared/service-columns.tsx';
import { statuses } from '../shared/statuses.ts';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words } = useText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/services`, ['status', 'q']);
  const list = useList<ServiceItem>(asked.url, ['services.', 'provisioning.']);
  const columns = useServiceColumns<ServiceItem>();
  const mayOrder = useCan('orders.place');
  const order = mayOrder && (
    <LinkButton icon="plus" to={to.store()} wide>
      {words.order}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={words.title} act={order} />
      <ListFilters
        search={words.search}
        name="status"
        label={words.filter}
        choices={statuses.map((value) => ({ value, label: words.statuses[value] }))}
      />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="services" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(service) => service.id}
        to={(service) => to.service(service.id)}
      />
    </>
  );
}
