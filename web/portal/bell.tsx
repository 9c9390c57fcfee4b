import { useQuery } from '@tanstack/react-query';
import type { Interest } from '../kernel/live/interest.ts';
import { useCanOpen } from '../kernel/pages/can-open.ts';
import { Link } from '../kernel/pages/link.tsx';
import { paths } from '../kernel/paths.ts';
import { keyOf } from '../kernel/query/client.ts';
import { useCurrentOrganization } from '../kernel/session/organization.ts';
import { session } from '../kernel/session/session.ts';
import { Icon } from '../ui/icon.tsx';
import { usePortalText } from './text/index.ts';

/** How many notices are unread: what the page came with, then as they arrive and are read. */
function useUnread(): number {
  const { data } = useQuery<{ unread: number }>({
    queryKey: keyOf('/api/me/notices?limit=1'),
    initialData: { unread: session.use()?.unread ?? 0 },
    meta: { live: 'notifications.' satisfies Interest },
  });
  return data.unread;
}

/** Unread notifications, one press away. */
export function Bell() {
  const text = usePortalText();
  const organization = useCurrentOrganization();
  const unread = useUnread();
  const canOpen = useCanOpen();
  const to = organization && paths.organization(organization.slug).notifications();
  if (!to || !canOpen(to)) return null;
  const count = unread > 9 ? '9+' : String(unread);
  const label = unread > 0 ? text.account.unread(count) : text.nav.notifications;
  return (
    <Link
      to={to}
      aria-label={label}
      title={label}
      className="relative grid size-11 shrink-0 place-items-center rounded text-muted hover:bg-sunken hover:text-ink sm:size-9"
    >
      <Icon name="bell" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full border-2 border-surface bg-danger-solid px-1 text-[0.625rem] leading-none font-medium text-white"
        >
          {count}
        </span>
      )}
    </Link>
  );
}
