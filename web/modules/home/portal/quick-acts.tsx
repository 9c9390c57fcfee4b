import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** What people come for most, one press away; each role sees what it may do. */
export function QuickActs() {
  const { quick: words } = useText();
  const { to } = useOrganization();
  const canOpen = useCanOpen();
  const acts = [
    { icon: 'cart', label: words.order, to: to.store() },
    { icon: 'support', label: words.ask, to: to.newTicket() },
    { icon: 'book', label: words.find, to: to.knowledge() },
    { icon: 'calendar', label: words.renewals, to: to.renewals() },
    { icon: 'people', label: words.members, to: to.members() },
  ] satisfies { icon: IconName; label: string; to: string }[];
  // Four fit a phone; those first in the list are wanted most.
  const possible = acts.filter((act) => canOpen(act.to)).slice(0, 4);
  return (
    <nav aria-label={words.label} className="mb-6">
      <ul className="grid auto-cols-fr grid-flow-col gap-2 sm:gap-4">
        {possible.map((act) => (
          <li key={act.icon}>
            <Link
              to={act.to}
              className="flex h-full flex-col items-center gap-1.5 rounded p-2 text-center text-12 font-medium text-ink no-underline hover:bg-sunken sm:flex-row sm:gap-3 sm:border sm:border-line sm:bg-surface sm:px-4 sm:py-3 sm:text-start sm:text-14"
            >
              <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text sm:size-8">
                <Icon name={act.icon} />
              </span>
              {act.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
