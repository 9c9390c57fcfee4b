import { useEffect, useRef } from 'react';
import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { useText } from '../text/desk.ts';
import { useManyText } from '../text/desk-many.ts';
import { useDeskColumns } from './desk-columns.tsx';
import { listed } from './listed.ts';
import { QueueFilters } from './queue-filters.tsx';
import { ManyBar } from './many/many-bar.tsx';
import { useSelection } from './many/use-selection.ts';
import { useRowKeys } from './use-row-keys.ts';
import { filterNames, viewNames, viewOf } from './views.ts';
import { ViewTabs } from './view-tabs.tsx';

const to = consolePaths;

/** All clients' tickets as staff work through them. */
export function Page() {
  const { desk: words, number } = useText();
  const asked = useFiltered('/api/console/tickets', [...viewNames, ...filterNames], viewNames);
  const list = useList<ClientTicketItem>(asked.url, 'support.');
  const view = viewOf(useSearch().get);
  const columns = useDeskColumns(view);
  const mayWork = useCan('support.tickets.work');
  const mayManage = useCan('support.queues.manage');
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => listed.set(list.items.map(({ id }) => id)), [list.items]);
  const selection = useSelection(
    list.items.map(({ id }) => id),
    asked.url,
  );
  const many = useManyText();
  useRowKeys(
    rows,
    mayWork
      ? (row, withShift) => list.items[row] && selection.toggle(list.items[row].id, withShift)
      : undefined,
  );
  return (
    <>
      <PageHeader
        title={words.title}
        aside={
          mayWork && (
            <>
              <Slot name="desk.duty" with={{}} />
              <LinkButton
                weight="secondary"
                icon="plus"
                to={to.newTicket()}
                className="max-sm:px-3"
                aria-label={words.newTicket}
              >
                <span className="max-sm:sr-only">{words.newTicket}</span>
              </LinkButton>
            </>
          )
        }
      />
      <ViewTabs />
      <QueueFilters />
      <div ref={rows} onClickCapture={(event) => selection.noteShift(event.shiftKey)}>
        <ListTable
          list={list}
          empty={
            asked.filtered ? (
              <>
                <NoResult query={asked.query} onClear={asked.clear} />
                {asked.query && view !== 'all' && (
                  <div className="-mt-3 flex justify-center pb-6">
                    <LinkButton weight="quiet" icon="search" to={to.tickets({ q: asked.query })}>
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
          caption={`${words.title}: ${words.views[view]}`}
          columns={columns}
          rowKey={(ticket) => ticket.id}
          to={(ticket) => to.ticket(ticket.id)}
          selection={
            mayWork
              ? {
                  chosen: selection.chosen,
                  onChange: selection.onChange,
                  nameOf: (ticket) => `${number(ticket.number)} ${ticket.subject}`,
                }
              : undefined
          }
          dense
        />
      </div>
      {mayWork && <ManyBar chosen={selection.chosen} onChange={selection.onChange} />}
      <p className="mt-2 flex min-h-9 items-center gap-x-6 text-13 text-muted">
        {list.items.length > 0 && (
          <span className="hidden items-center gap-2 lg:flex">
            <KeyHint keys={['J', 'K']} />
            {words.keys}
            {mayWork && (
              <span className="hidden items-center gap-2 2xl:flex">
                <KeyHint keys={['X']} />
                {many.keys}
              </span>
            )}
          </span>
        )}
        <span className="ms-auto flex flex-wrap gap-x-6">
          <Slot name="desk.setup" with={{}} />
          {mayManage && (
            <>
              <Link to={to.serviceLevels()} className="inline-flex min-h-9 items-center text-muted">
                {words.levels}
              </Link>
              <Link to={to.ticketRules()} className="inline-flex min-h-9 items-center text-muted">
                {words.rules}
              </Link>
              <Link to={to.ticketQueues()} className="inline-flex min-h-9 items-center text-muted">
                {words.queues}
              </Link>
            </>
          )}
        </span>
      </p>
    </>
  );
}
