import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { Priority } from '../shared/priority.tsx';
import { TicketState } from '../shared/ticket-state.tsx';
import { useText } from '../text/index.ts';

/** A ticket in any list of a client: what, who said the last word and when, how it stands. */
export function useTicketColumns(): Column<TicketItem>[] {
  const { list: words, number, kinds } = useText();
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
          </span>
        </span>
      ),
    },
    {
      key: 'last',
      header: words.last,
      card: 'none',
      cell: ({ lastMessageBy, lastMessageAt, unread }) => (
        <span className="sm:whitespace-nowrap">
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
      cell: ({ status, lastMessageAt }) => (
        <span className="flex items-center justify-between gap-3">
          <TicketState status={status} />
          <span className="text-muted sm:hidden">
            <Time value={lastMessageAt} />
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
