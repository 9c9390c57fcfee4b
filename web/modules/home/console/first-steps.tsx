import { consolePaths } from '../../../kernel/console-paths.ts';
import { type Path } from '../../../kernel/paths.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** What to do in a portal that has no client yet, as far as this member of staff may. */
export function FirstSteps() {
  const { firstSteps: words } = useText();
  const { data } = useSideData<Page<unknown>>('/api/console/clients?limit=1');
  const to = consolePaths;
  const steps: (false | { icon: IconName; to: Path; title: string; hint: string })[] = [
    useCan('kernel.settings.read') && { icon: 'settings', to: to.settings(), ...words.brand },
    useCan('billing.settings.manage') && { icon: 'billing', to: to.billingSettings(), ...words.seller },
    useCan('catalog.change') && { icon: 'tag', to: to.catalog(), ...words.catalog },
    useCan('orders.terms.publish') && { icon: 'document', to: to.terms(), ...words.terms },
    useCan('identity.staff.read') && { icon: 'people', to: to.staff(), ...words.staff },
  ];
  const open = steps.filter((step) => step !== false);
  if (!data || data.items.length > 0 || open.length === 0) return null;
  return (
    <Card title={words.title} flush className="mb-4 max-w-2xl">
      <ul className="divide-y divide-line pb-1">
        {open.map((step) => (
          <li key={step.to}>
            <Link
              to={step.to}
              className="flex min-h-11 items-center gap-3 px-4 py-2.5 text-14 text-ink no-underline outline-offset-[-2px] hover:bg-sunken sm:px-5"
            >
              <Icon name={step.icon} className="text-accent-text" />
              <span className="min-w-0 grow">
                <span className="block font-medium">{step.title}</span>
                <span className="block text-13 text-muted">{step.hint}</span>
              </span>
              <Icon name="right" size={16} className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
