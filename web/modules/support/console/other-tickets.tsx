import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { AboutTickets } from '../shared/about/about-tickets.tsx';
import { useText } from '../text/desk.ts';
import { DeskState } from './desk-state.tsx';

const to = consolePaths;

/** What else this client asked lately. */
export function OtherTickets({ organization, now }: { organization: string; now: string }) {
  const { work: words } = useText();
  const { data } = useSideData<Page<ClientTicketItem>>(
    `/api/console/tickets?organization=${organization}&limit=6`,
    'support.',
  );
  const others = data?.items.filter(({ id }) => id !== now) ?? [];
  if (others.length === 0) return null;
  return (
    <AboutTickets
      State={DeskState}
      title={words.others}
      aside={<Link to={to.tickets({ organization })}>{words.allOthers}</Link>}
      tickets={others}
      to={to.ticket}
    />
  );
}
