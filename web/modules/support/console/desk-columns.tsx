import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { DueTime } from '../shared/levels/clock-state.tsx';
import { Priority } from '../shared/priority.tsx';
import { useText } from '../text/desk.ts';
import { DeskState } from './desk-state.tsx';
import type { View } from './views.ts';

/** What staff see of a ticket in the queue. A view that says something of all its tickets does not say it again on each. */
export function useDeskColumns(view: View): Column<ClientTicketItem>[] {
  const { desk: words, number, kinds } = useText();
  const format = useFormat();
  const columns: (Column<ClientTicketItem> | false)[] = [
    {
      key: 'ticket',
      header: words.columns.ticket,
      card: 'title',
      cell: (ticket) => (
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="w-2 shrink-0">
            {ticket.unread && (
              <span className="inline-block size-2 rounded-full bg-accent">
                <span className="sr-only">{words.unread}</span>
              </span>
            )}
          </span>
          <span className="min-w-0">
            <span className={ticket.unread ? 'font-bold' : 'font-medium'}>{ticket.subject}</span>
            <span className="block text-12 font-normal text-muted">
              {[number(ticket.number), kinds[ticket.kind], ...ticket.tags].join(' · ')}
              {ticket.draft && <span className="font-medium text-accent-text"> · {words.draft}</span>}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: 'client',
      header: words.columns.client,
      card: 'rest',
      cell: ({ organization, requester }) => (
        <span className="block as-cards:ps-4 as-table:max-w-56">
          <span className="truncate as-table:block">{organization.name}</span>
          {organization.tier && (
            <StatusChip tone={organization.tier.color} icon="star">
              {format.words(organization.tier.titles)}
            </StatusChip>
          )}
          <span className="text-muted as-table:hidden"> · </span>
          <span className="truncate text-muted as-table:block as-table:text-12">
            {organization.guest ? words.guest : requester.name}
          </span>
        </span>
      ),
    },
    {
      key: 'priority',
      header: words.columns.priority,
      card: 'figure',
      cell: ({ priority }) => <Priority value={priority} />,
    },
    {
      key: 'state',
      header: words.columns.state,
      card: 'state',
      cell: (ticket) => <DeskState of={ticket} />,
    },
    view !== 'mine' &&
      view !== 'unassigned' && {
        key: 'assignee',
        header: words.columns.assignee,
        card: 'none',
        cell: ({ assignee }) => (
          <span className={assignee ? 'whitespace-nowrap' : 'text-muted'}>
            {assignee?.name ?? words.nobody}
          </span>
        ),
      },
    view === 'snoozed' && {
      key: 'back',
      header: words.columns.back,
      card: 'when',
      align: 'end',
      cell: ({ snoozed }) => (
        <span className="as-cards:block as-cards:ps-4">
          {snoozed?.until ? <Time value={snoozed.until} style="dateTime" /> : words.whenClient}
        </span>
      ),
    },
    view === 'due' && {
      key: 'due',
      header: words.columns.due,
      card: 'when',
      align: 'end',
      cell: ({ dueAt }) => (
        <span className="as-cards:block as-cards:ps-4">{dueAt && <DueTime dueAt={dueAt} />}</span>
      ),
    },
    view === 'due' || view === 'snoozed'
      ? false
      : view === 'waiting'
        ? {
            key: 'waiting',
            header: words.columns.waiting,
            card: 'when',
            align: 'end',
            cell: ({ waitingSince }) => (
              <span className="as-cards:block as-cards:ps-4">
                {waitingSince ? <Time value={waitingSince} /> : words.noWait}
              </span>
            ),
          }
        : {
            key: 'last',
            header: words.columns.last,
            card: 'when',
            align: 'end',
            cell: ({ lastMessageAt, lastMessageBy }) => (
              <span className="as-cards:block as-cards:ps-4">
                <span className="text-muted">{words.lastBy[lastMessageBy]} · </span>
                <Time value={lastMessageAt} />
              </span>
            ),
          },
  ];
  return columns.filter((column) => column !== false);
}
