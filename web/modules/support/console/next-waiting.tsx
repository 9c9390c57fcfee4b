import type { ClientTicketItem } from '../../../../server/modules/support/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useText } from '../text/desk.ts';
import { useNeighbors } from './listed.ts';

/** The way to the ticket that waits most urgently, after this one. */
export function NextWaiting({ now }: { now: string }) {
  const { work: words } = useText();
  const { data } = useSideData<Page<ClientTicketItem>>(
    '/api/console/tickets?sort=waiting&limit=2',
    'support.',
  );
  const next = data?.items.find(({ id }) => id !== now);
  const inList = useNeighbors(now);
  if (!next) return null;
  return (
    <LinkButton
      weight="secondary"
      icon="forward"
      to={consolePaths.ticket(next.id)}
      title={inList ? next.subject : `${next.subject} (J)`}
      aria-keyshortcuts={inList ? undefined : 'J'}
      className="max-sm:hidden"
    >
      {words.next}
    </LinkButton>
  );
}
