import type { Command } from '../kernel/palette/commands.ts';
import { useOwnCommands } from '../kernel/palette/own-commands.ts';
import { useCanOpen } from '../kernel/pages/can-open.ts';
import { paths } from '../kernel/paths.ts';
import { useCurrentOrganization } from '../kernel/session/organization.ts';
import { session } from '../kernel/session/session.ts';
import { useSections } from './navigation.ts';
import { usePortalText } from './text/index.ts';

/** Every place of the navigation, and what can be done from anywhere. */
export function useCommands(): Command[] {
  const { nav, words, account, organization: organizationText } = usePortalText();
  const sections = useSections();
  const canOpen = useCanOpen();
  const organizations = session.use()?.organizations ?? [];
  const current = useCurrentOrganization();
  const to = current && paths.organization(current.slug);
  const own = useOwnCommands(account.signOut);

  const places = sections.flatMap((section) =>
    section.places.map((place): Command => ({
      id: place.name,
      label: nav[place.label],
      words: words[place.name],
      icon: section.icon,
      to: place.to,
    })),
  );
  const ask: Command[] =
    to && canOpen(to.newTicket())
      ? [
          {
            id: 'newTicket',
            label: nav.newTicket,
            words: words.newTicket,
            icon: 'support',
            to: to.newTicket(),
          },
        ]
      : [];
  const switches = organizations
    .filter((one) => one.id !== current?.id)
    .map((one): Command => ({
      id: one.slug,
      label: one.name,
      words: organizationText.switch,
      icon: 'building',
      to: paths.organization(one.slug).home(),
    }));
  return [...places, ...ask, ...switches, ...own];
}
