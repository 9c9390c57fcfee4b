import { useCanOpen } from '../kernel/pages/can-open.ts';
import { consolePaths } from '../kernel/console-paths.ts';
import { type Path, path } from '../kernel/paths.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Text } from './text/en.ts';

type Label = keyof Text['nav'];

export interface ConsolePlace {
  name: Label;
  icon: IconName;
  to: Path;
  /** Pages that belong to it and have an address elsewhere, each with all below it. */
  also?: readonly Path[];
}

export interface ConsoleGroup {
  name: Label | null;
  places: ConsolePlace[];
}

const to = consolePaths;

export const groups: readonly ConsoleGroup[] = [
  {
    name: null,
    places: [
      { name: 'home', icon: 'home', to: to.home() },
      { name: 'clients', icon: 'people', to: to.clients() },
    ],
  },
  {
    name: 'sales',
    places: [
      { name: 'orders', icon: 'cart', to: to.orders() },
      { name: 'offers', icon: 'document', to: to.offers() },
      { name: 'promotions', icon: 'star', to: to.promotions() },
      { name: 'services', icon: 'services', to: to.services() },
      { name: 'provisioning', icon: 'bolt', to: to.provisioning() },
    ],
  },
  {
    name: 'money',
    places: [
      { name: 'invoices', icon: 'billing', to: to.invoices(), also: [to.renewals()] },
      { name: 'billingRuns', icon: 'calendar', to: to.billingRuns() },
      { name: 'payments', icon: 'bank', to: to.payments(), also: [to.disputes()] },
    ],
  },
  {
    name: 'support',
    places: [
      { name: 'tickets', icon: 'support', to: to.tickets(), also: [to.ratings()] },
      { name: 'receivedMails', icon: 'mail', to: to.receivedMails() },
      { name: 'knowledge', icon: 'book', to: to.knowledge() },
    ],
  },
  {
    name: 'setup',
    places: [
      { name: 'catalog', icon: 'tag', to: to.catalog(), also: [to.guestOrders(), to.meters()] },
      { name: 'prices', icon: 'wallet', to: to.allPrices() },
      { name: 'terms', icon: 'document', to: to.terms() },
      { name: 'staff', icon: 'person', to: to.staff() },
      { name: 'signIns', icon: 'key', to: to.signIns(), also: [path('/console/people')] },
      { name: 'audit', icon: 'history', to: to.audit() },
      { name: 'security', icon: 'shield', to: to.securityEvents() },
      { name: 'outbox', icon: 'mail', to: to.outbox() },
      { name: 'settings', icon: 'settings', to: to.settings(), also: [to.mailboxes()] },
    ],
  },
];

/** The console's places by group, without those that this person's roles do not include. */
export function useConsoleGroups(): ConsoleGroup[] {
  const canOpen = useCanOpen();
  return groups
    .map((group) => ({ ...group, places: group.places.filter((place) => canOpen(place.to)) }))
    .filter((group) => group.places.length > 0);
}

/** The place that a page belongs to: the one whose address it begins with, the longest where several are. */
export function placeOf(pathname: string): Label | null {
  const under = (address: string) => pathname === address || pathname.startsWith(`${address}/`);
  const addresses = groups
    .flatMap(({ places }) => places)
    .flatMap(({ name, to: own, also = [] }) =>
      [own, ...also].map((path) => ({ name, address: path.split('?')[0]! })),
    );
  // Home is above all others, and lights up on its own page alone.
  const found = addresses.filter(({ address }) =>
    address === to.home() ? pathname === address : under(address),
  );
  return found.toSorted((a, b) => b.address.length - a.address.length)[0]?.name ?? null;
}
