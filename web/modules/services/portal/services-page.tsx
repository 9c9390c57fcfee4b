import type { ServiceItem } from '../../../../server/modules/services/contract.ts';
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
import { useServiceColumns } from '../shared/service-columns.tsx';
import { statuses } from '../shared/statuses.ts';
import { useText } from '../text/index.ts';

export function Page() {
  const { list: words } = useText();
  const { api, to } = useOrganization();
  const search = useSearch();
  const [status, q] = [search.get('status'), search.get('q')];
  const list = useList<ServiceItem>(withQuery(`${api}/services`, { status, q }), [
    'services.',
    'provisioning.',
  ]);
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
      <div className="mb-3 flex flex-col gap-2 sm:flex-row sm:items-center">
        <div className="sm:w-64">
          <SearchBox label={words.search} />
        </div>
        <div className="min-w-0 grow">
          <FilterChips
            name="status"
            label={words.filter}
            choices={statuses.map((value) => ({ value, label: words.statuses[value] }))}
          />
        </div>
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            status || q ? (
              <NoResult query={q} onClear={() => search.set({ status: null, q: null })} />
            ) : (
              <EmptyState icon="services" title={words.empty}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(service) => service.id}
            to={(service) => to.service(service.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
