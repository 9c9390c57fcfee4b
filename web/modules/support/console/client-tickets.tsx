import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Card } from '../../../ui/card.tsx';
import { ListSkeleton } from '../../../ui/skeletons.tsx';
import { AboutTickets } from '../shared/about/about-tickets.tsx';
import { useText } from '../text/desk.ts';
import { DeskState } from './desk-state.tsx';

const to = consolePaths;

/** The latest tickets of one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { desk: words, ofClient } = useText();
  const mayWork = useCan('support.tickets.work');
  const { data } = useSideData<Page<ClientTicketItem>>(
    `/api/console/tickets?organization=${organizationId}&limit=8`,
    'support.',
  );
  const aside = (
    <span className="flex gap-4">
      {mayWork && <Link to={to.newTicket({ client: organizationId })}>{ofClient.open}</Link>}
      <Link to={to.tickets({ organization: organizationId })}>{ofClient.all}</Link>
    </span>
  );
  if (data && data.items.length > 0)
    return (
      <AboutTickets State={DeskState} title={words.title} aside={aside} tickets={data.items} to={to.ticket} />
    );
  return (
    <Card flush title={words.title} aside={aside}>
      {data ? <p className="px-4 pb-4 text-body text-muted sm:px-5">{ofClient.none}</p> : <ListSkeleton />}
    </Card>
  );
}
