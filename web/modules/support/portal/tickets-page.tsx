import type { z } from 'zod';
import type { summaryShape, TicketItem } from '../../../../server/modules/support/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData, useList } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { ServiceFilter } from './service-filter.tsx';
import { useTicketColumns } from './ticket-columns.tsx';

const statuses = ['active', 'waiting_customer', 'resolved', 'closed'] as const;

export function Page() {
  const { list: words } = useText();
  const { api, to } = useOrganization();
  const search = useSearch();
  const asked = Object.fromEntries(
    ['status', 'service', 'invoice', 'q'].map((name) => [name, search.get(name)]),
  );
  const list = useList<TicketItem>(withQuery(`${api}/tickets`, asked), 'support.');
  const summary = useData<z.output<typeof summaryShape>>(`${api}/tickets/summary`, 'support.');
  const columns = useTicketColumns();
  const filtered = Object.values(asked).some(Boolean);
  const ask = (
    <LinkButton icon="plus" to={to.newTicket()} wide>
      {words.ask}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={summary.active > 0 ? words.lead(summary.active, summary.waitingForYou) : words.calm}
        act={ask}
      />
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
        <ServiceFilter />
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            filtered ? (
              <NoResult
                query={asked.q}
                onClear={() => search.set({ status: null, service: null, invoice: null, q: null })}
              />
            ) : (
              <EmptyState
                icon="support"
                title={words.empty}
                act={<LinkButton to={to.newTicket()}>{words.ask}</LinkButton>}
              >
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.caption}
            rows={list.items}
            columns={columns}
            rowKey={(ticket) => ticket.id}
            to={(ticket) => to.ticket(ticket.id)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
