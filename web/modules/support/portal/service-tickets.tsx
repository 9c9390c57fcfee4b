import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { AboutTickets } from '../shared/about/about-tickets.tsx';
import { useText } from '../text/index.ts';

/** On the page of a service: what was asked about it. Nothing while nobody asked. */
export function Part({ serviceId }: { serviceId: string }) {
  const { about: words } = useText();
  const { api, to } = useOrganization();
  const { data } = useSideData<Page<TicketItem>>(`${api}/tickets?limit=5&service=${serviceId}`, 'support.');
  if (!data || data.items.length === 0) return null;
  return (
    <AboutTickets
      title={words.service}
      aside={<Link to={to.newTicket({ service: serviceId })}>{words.ask}</Link>}
      tickets={data.items}
      to={to.ticket}
    />
  );
}
