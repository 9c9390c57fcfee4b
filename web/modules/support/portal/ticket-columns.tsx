import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { Priority } from '../shared/priority.tsx';
import { TicketState } from '../shared/ticket-state.tsx';
import { useText } from '../text/index.ts';
import { useListText } from '../text/list.ts';

/** A ticket in any list of a client: what, who said the last word and when, how it stands. */
export function useTicketColumns(): Column<TicketItem>[] {
  const { number, kinds } = useText();
  const words = useListText();
  return [
    {
      key: 'ticket',
      header: words.ticket,
      card: 'title',
      cell: (ticket) => (
        <span className="block min-w-0">
          <span className={ticket.unread ? 'block font-bold' : 'block font-medium'}>
            {ticket.unread && (
              <span className="me-2 inline-block size-2 rounded-full bg-accent align-middle">
                <span className="sr-only">{words.unread}</span>
              </span>
            )}
            {ticket.subject}
          </span>
          <span className="block text-13 font-normal text-muted">
            {number(ticket.number)} · {kinds[ticket.kind]} · {ticket.requester.name}
            {ticket.draft && <span className="font-medium text-accent-text"> · {words.draft}</span>}
          </span>
        </span>
      ),
    },
    {
      key: 'last',
      header: words.last,
      card: 'none',
      cell: ({ lastMessageBy, lastMessageAt, unread }) => (
        <span className="as-table:whitespace-nowrap">
          <span className={unread ? 'font-medium text-ink' : ''}>
            {unread ? words.unread : words.by[lastMessageBy]}
          </span>{' '}
          <span className="text-muted">
            <Time value={lastMessageAt} />
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'rest',
      cell: (ticket) => (
        <span className="flex items-center justify-between gap-3">
          <TicketState of={ticket} />
          <span className="text-muted as-table:hidden">
            <Time value={ticket.lastMessageAt} />
          </span>
        </span>
      ),
    },
    {
      key: 'priority',
      header: words.priority,
      card: 'none',
      cell: ({ priority }) => <Priority value={priority} />,
    },
  ];
}
