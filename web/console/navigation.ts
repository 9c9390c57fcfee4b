import { useCanOpen } from '../kernel/pages/can-open.ts';
import { type Path, paths } from '../kernel/paths.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Text } from './text/en.ts';

type Label = keyof Text['nav'];

export interface ConsolePlace {
  name: Label;
  icon: IconName;
  to: Path;
}

export interface ConsoleGroup {
  name: Label | null;
  places: ConsolePlace[];
}

const { console: to } = paths;

const groups: ConsoleGroup[] = [
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
      { name: 'services', icon: 'services', to: to.services() },
      { name: 'provisioning', icon: 'bolt', to: to.provisioning() },
    ],
  },
  {
    name: 'money',
    places: [
      { name: 'invoices', icon: 'billing', to: to.invoices() },
      { name: 'payments', icon: 'bank', to: to.payments() },
    ],
  },
  {
    name: 'support',
    places: [
      { name: 'tickets', icon: 'support', to: to.tickets() },
      { name: 'knowledge', icon: 'book', to: to.knowledge() },
    ],
  },
  {
    name: 'setup',
    places: [
      { name: 'catalog', icon: 'tag', to: to.catalog() },
      { name: 'terms', icon: 'document', to: to.terms() },
      { name: 'staff', icon: 'person', to: to.staff() },
      { name: 'audit', icon: 'history', to: to.audit() },
      { name: 'outbox', icon: 'mail', to: to.outbox() },
      { name: 'settings', icon: 'settings', to: to.settings() },
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
