import { useCanOpen } from '../kernel/pages/can-open.ts';
import { type Path, paths } from '../kernel/paths.ts';
import { useCurrentOrganization } from '../kernel/session/organization.ts';
import { session } from '../kernel/session/session.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Text } from './text/en.ts';

type Name = keyof Text['words'];

export interface Place {
  name: Name;
  /** Its label where the section is not named above it. */
  label: keyof Text['nav'];
  to: Path;
  /** Pages that belong to it and have an address elsewhere. */
  also?: Path;
}

export interface Section {
  name: 'home' | 'services' | 'billing' | 'support' | 'more';
  icon: IconName;
  to: Path;
  places: Place[];
}

/** The five sections and the places in each, without those that this person's role does not include. */
export function useSections(): Section[] {
  const organization = useCurrentOrganization();
  const canOpen = useCanOpen();
  if (!organization) return [];
  const to = paths.organization(organization.slug);
  const organizations = session.use()?.organizations ?? [];
  const isParent =
    organizations.some((one) => one.parent === organization.id) ||
    organization.permissions.includes('organizations.group.manage');
  const place = (name: Name, path: Path, label: keyof Text['nav'] = name): Place => ({
    name,
    label,
    to: path,
  });
  const sections: Section[] = [
    { name: 'home', icon: 'home', to: to.home(), places: [place('home', to.home())] },
    {
      name: 'services',
      icon: 'services',
      to: to.services(),
      places: [
        place('services', to.services(), 'yourServices'),
        place('store', to.store()),
        // What is offered becomes an order.
        { ...place('orders', to.orders()), also: to.offers() },
      ],
    },
    {
      name: 'billing',
      icon: 'billing',
      to: to.invoices(),
      places: [
        place('invoices', to.invoices()),
        place('statement', to.statement()),
        place('paymentMethods', to.paymentMethods()),
      ],
    },
    {
      name: 'support',
      icon: 'support',
      to: to.tickets(),
      places: [
        place('tickets', to.tickets()),
        ...(organizations.length > 1 ? [place('inbox', paths.inbox())] : []),
        place('knowledge', to.knowledge()),
      ],
    },
    {
      name: 'more',
      icon: 'grid',
      to: to.more(),
      places: [
        place('organization', to.organization()),
        place('members', to.members()),
        ...(isParent ? [place('group', to.group())] : []),
        place('activity', to.activity()),
        place('profile', paths.profile()),
        place('security', paths.security()),
        place('notificationPreferences', paths.notificationPreferences()),
      ],
    },
  ];
  return sections
    .map((section) => ({ ...section, places: section.places.filter((one) => canOpen(one.to)) }))
    .filter((section) => section.places.length > 0)
    .map((section) => (canOpen(section.to) ? section : { ...section, to: section.places[0]!.to }));
}

/** Length of a place's address when a path lies in it, else 0. */
function reachOf({ to, also }: Pick<Place, 'to' | 'also'>, pathname: string): number {
  const found = [to, also].find((one) => pathname === one || pathname.startsWith(`${one}/`));
  return found?.length ?? 0;
}

/** The place of a section that a path lies in: the closest, as places may lie in one another. */
export function placeOf(section: Section, pathname: string): Place | undefined {
  const reach = (place: Place) => reachOf(place, pathname);
  const best = section.places.toSorted((a, b) => reach(b) - reach(a))[0];
  return best && reach(best) > 0 ? best : undefined;
}

/** The section a path belongs to: the one whose place is the longest beginning of it. */
export function sectionOf(sections: readonly Section[], pathname: string): Section | undefined {
  const reach = (section: Section) =>
    Math.max(...[section, ...section.places].map((place) => reachOf(place, pathname)));
  const best = sections.toSorted((a, b) => reach(b) - reach(a))[0];
  return best && reach(best) > 0 ? best : undefined;
}
