import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useText } from '../text/index.ts';
import { BrandForm } from './brand-form.tsx';

const to = consolePaths;
const places = [
  { name: 'billing', icon: 'billing', to: to.billingSettings() },
  { name: 'payments', icon: 'card', to: to.paymentSettings() },
  { name: 'catalog', icon: 'tag', to: to.catalog() },
  { name: 'terms', icon: 'document', to: to.terms() },
  { name: 'guestOrders', icon: 'cart', to: to.guestOrders() },
  { name: 'connections', icon: 'link', to: to.connections() },
  { name: 'codes', icon: 'phone', to: to.texting() },
  { name: 'staff', icon: 'person', to: to.staff() },
] as const satisfies readonly { icon: IconName; name: string; to: string }[];

export function Page() {
  const words = useText();
  const canOpen = useCanOpen();
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <BrandForm />
      <Card title={words.more} flush className="mt-4">
        <ul className="grid gap-x-4 pb-2 sm:grid-cols-2">
          {places
            .filter((place) => canOpen(place.to))
            .map((place) => (
              <li key={place.name}>
                <Link
                  to={place.to}
                  className="flex min-h-14 items-center gap-3 px-4 py-2 text-body text-ink no-underline outline-offset-[-2px] hover:bg-sunken sm:px-5"
                >
                  <Icon name={place.icon} className="text-muted" />
                  <span className="min-w-0 grow">
                    <span className="block font-medium">{words[place.name]}</span>
                    <span className="block text-13 text-muted">{words[`${place.name}Hint`]}</span>
                  </span>
                  <Icon name="right" size={16} className="text-muted" />
                </Link>
              </li>
            ))}
        </ul>
      </Card>
    </>
  );
}
