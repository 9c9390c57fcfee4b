import type { ComponentType, ReactNode } from 'react';
import type { TicketItem } from '../../../../../server/modules/support/contract.ts';
import { Link } from '../../../../kernel/pages/link.tsx';
import type { Path } from '../../../../kernel/paths.ts';
import { Card } from '../../../../ui/card.tsx';
import { Time } from '../../../../ui/time.tsx';
import { useText } from '../../text/index.ts';
import { type Stated, TicketState } from '../ticket-state.tsx';

/** A few tickets on the page of what they are about. */
export function AboutTickets({
  title,
  aside,
  tickets,
  to,
  State = TicketState,
}: {
  title: string;
  aside: ReactNode;
  tickets: readonly TicketItem[];
  to: (ticket: string) => Path;
  /** Staff's own way to say how a ticket stands. */
  State?: ComponentType<{ of: Stated }>;
}) {
  const { number } = useText();
  return (
    <Card flush title={title} aside={aside}>
      <ul className="divide-y divide-line pb-1">
        {tickets.map((ticket) => (
          <li
            key={ticket.id}
            className="relative flex items-center justify-between gap-3 px-4 py-2.5 text-14 hover:bg-sunken/60 sm:px-5"
          >
            <span className="min-w-0">
              <Link
                to={to(ticket.id)}
                className="block truncate font-medium text-ink no-underline outline-offset-[-2px] after:absolute after:inset-0"
              >
                {ticket.subject}
              </Link>
              <span className="block text-13 text-muted">
                {number(ticket.number)} · <Time value={ticket.lastMessageAt} />
              </span>
            </span>
            <State of={ticket} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
