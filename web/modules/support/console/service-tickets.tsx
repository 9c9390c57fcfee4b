import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { type Page, useSideData } from '../../../kernel/query/use-data.ts';
import { AboutTickets } from '../shared/about-tickets.tsx';
import { useText } from '../text/index.ts';

const { console: to } = paths;

/** On the page of a service: what its client asked about it. Nothing while nobody asked. */
export function Part({ serviceId }: { serviceId: string }) {
  const { about: words } = useText();
  const { data } = useSideData<Page<ClientTicketItem>>(
    `/api/console/tickets?limit=5&service=${serviceId}`,
    'support.',
  );
  if (!data || data.items.length === 0) return null;
  return (
    <AboutTickets
      desk
      title={words.service}
      aside={<Link to={to.tickets({ service: serviceId })}>{words.all}</Link>}
      tickets={data.items}
      to={to.ticket}
    />
  );
}
