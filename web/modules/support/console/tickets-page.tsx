import { useRef } from 'react';
import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { useDeskColumns } from './desk-columns.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { filterNames, viewOf } from './views.ts';
import { ViewTabs } from './view-tabs.tsx';

const { console: to } = paths;

/** In the order of the data template of the page. */
const asked = [
  'sort',
  'status',
  'assignee',
  'queue',
  'priority',
  'organization',
  'service',
  'invoice',
  'q',
] as const;

/** All clients' tickets as staff work through them. */
export function Page() {
  const { desk: words } = useText();
  const search = useSearch();
  const query = Object.fromEntries(asked.map((name) => [name, search.get(name)]));
  const list = useList<ClientTicketItem>(withQuery('/api/console/tickets', query), 'support.');
  const view = viewOf(search.get);
  const columns = useDeskColumns(view);
  const mayWork = useCan('support.tickets.work');
  const mayManage = useCan('support.queues.manage');
  const rows = useRef<HTMLDivElement>(null);
  useRowKeys(rows);
  const narrowed = filterNames.some((name) => search.get(name));
  const clear = () => search.set(Object.fromEntries(filterNames.map((name) => [name, null])));
  return (
    <>
      <PageHeader
        title={words.title}
        aside={
          mayWork && (
            <LinkButton
              weight="secondary"
              icon="plus"
              to={to.newTicket()}
              className="max-sm:px-3"
              aria-label={words.newTicket}
            >
              <span className="max-sm:sr-only">{words.newTicket}</span>
            </LinkButton>
          )
        }
      />
      <ViewTabs />
      <QueueFilters />
      <div ref={rows}>
        <Card flush>
          <ListBody
            list={list}
            empty={
              narrowed ? (
                <>
                  <NoResult query={query.q} onClear={clear} />
                  {query.q && view !== 'all' && (
                    <div className="-mt-3 flex justify-center pb-6">
                      <LinkButton weight="quiet" icon="search" to={to.tickets({ q: query.q })}>
                        {words.searchAll}
                      </LinkButton>
                    </div>
                  )}
                </>
              ) : (
                <EmptyState
                  icon="support"
                  title={words.empty[view]}
                  act={
                    view === 'waiting' || view === 'mine' || view === 'unassigned' ? (
                      <LinkButton weight="secondary" to={to.tickets({ status: 'active' })}>
                        {words.seeOpen}
                      </LinkButton>
                    ) : undefined
                  }
                >
                  {words.emptyHint[view]}
                </EmptyState>
              )
            }
          >
            <DataTable
              caption={`${words.title}: ${words.views[view]}`}
              rows={list.items}
              columns={columns}
              rowKey={(ticket) => ticket.id}
              to={(ticket) => to.ticket(ticket.id)}
              busy={list.busy}
              dense
            />
          </ListBody>
        </Card>
      </div>
      <p className="mt-2 flex min-h-9 items-center gap-x-6 text-13 text-muted">
        {list.items.length > 0 && (
          <span className="hidden items-center gap-2 lg:flex">
            <KeyHint keys={['J', 'K']} />
            {words.keys}
          </span>
        )}
        {mayManage && (
          <Link to={to.ticketQueues()} className="ms-auto text-muted">
            {words.queues}
          </Link>
        )}
      </p>
    </>
  );
}
