import type { z } from 'zod';
import type { summaryShape, TicketItem } from '../../../../server/modules/support/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useListText } from '../text/list.ts';
import { ServiceFilter } from './service-filter.tsx';
import { useTicketColumns } from './ticket-columns.tsx';

const statuses = ['active', 'waiting_customer', 'resolved', 'closed'] as const;

export function Page() {
  const words = useListText();
  const { api, to } = useOrganization();
  const asked = useFiltered(`${api}/tickets`, ['status', 'service', 'invoice', 'q']);
  const list = useList<TicketItem>(asked.url, 'support.');
  const summary = useData<z.output<typeof summaryShape>>(`${api}/tickets/summary`, 'support.');
  const columns = useTicketColumns();
  const mayShare = useCan('support.ticket.share');
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
      <ListFilters
        search={words.search}
        name="status"
        label={words.filter}
        choices={statuses.map((value) => ({ value, label: words.statuses[value] }))}
      >
        <ServiceFilter />
      </ListFilters>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="support" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.caption}
        columns={columns}
        rowKey={(ticket) => ticket.id}
        to={(ticket) => to.ticket(ticket.id)}
      />
      <p className="mt-3 flex flex-wrap gap-x-6 text-13">
        <Link to={to.ticket('levels')} className="inline-flex min-h-9 items-center">
          {words.levels.report.title}
        </Link>
        {mayShare && (
          <Link to={to.ticket('sharing')} className="inline-flex min-h-9 items-center">
            {words.sharing}
          </Link>
        )}
      </p>
    </>
  );
}
