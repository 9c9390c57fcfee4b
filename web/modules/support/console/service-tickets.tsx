import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { AboutTickets } from '../shared/about/about-tickets.tsx';
import { useText } from '../text/desk.ts';
import { DeskState } from './desk-state.tsx';

const to = consolePaths;

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
      State={DeskState}
      title={words.service}
      aside={<Link to={to.tickets({ service: serviceId })}>{words.all}</Link>}
      tickets={data.items}
      to={to.ticket}
    />
  );
}
