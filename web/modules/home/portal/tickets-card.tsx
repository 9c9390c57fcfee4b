import type { Dashboard } from '../../../../server/modules/home/contract.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { OverviewCard } from './overview-card.tsx';

export function TicketsCard({ tickets }: { tickets: Dashboard['tickets'] }) {
  const { tickets: words } = useText();
  const { to } = useOrganization();
  const none = tickets.open === 0;
  return (
    <OverviewCard
      title={words.title}
      all={{ label: words.all, to: to.tickets() }}
      none={none}
      figure={none ? words.none : words.figure(tickets.open)}
      context={none ? '' : tickets.waitingForYou > 0 ? words.waiting(tickets.waitingForYou) : words.working}
      rows={tickets.latest.slice(0, 3).map((ticket) => ({
        id: ticket.id,
        to: to.ticket(ticket.id),
        title: ticket.subject,
        detail: `#${ticket.number}`,
        aside: (
          <span className="text-13 text-muted">
            <Time value={ticket.lastMessageAt} />
          </span>
        ),
      }))}
    >
      {none && (
        <LinkButton weight="secondary" icon="support" to={to.newTicket()}>
          {words.ask}
        </LinkButton>
      )}
    </OverviewCard>
  );
}
