import type { Command } from '../kernel/palette/commands.ts';
import { useCanOpen } from '../kernel/pages/can-open.ts';
import { paths } from '../kernel/paths.ts';
import { useCurrentOrganization } from '../kernel/session/organization.ts';
import { session } from '../kernel/session/session.ts';
import { signOut } from '../kernel/session/sign-out.ts';
import { applyTheme } from '../kernel/theme.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { useSections } from './navigation.ts';
import { usePortalText } from './text/index.ts';

/** Every place of the navigation, and what can be done from anywhere. */
export function useCommands(): Command[] {
  const { nav, words, account, organization: organizationText } = usePortalText();
  const text = useKernelText();
  const sections = useSections();
  const canOpen = useCanOpen();
  const organizations = session.use()?.organizations ?? [];
  const current = useCurrentOrganization();
  const to = current && paths.organization(current.slug);

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
  const acts: Command[] = [
    {
      id: 'dark',
      label: text.theme.dark,
      words: text.theme.label,
      icon: 'moon',
      run: () => applyTheme('dark'),
    },
    {
      id: 'light',
      label: text.theme.light,
      words: text.theme.label,
      icon: 'sun',
      run: () => applyTheme('light'),
    },
    { id: 'signOut', label: account.signOut, icon: 'leave', run: () => void signOut() },
  ];
  return [...places, ...ask, ...switches, ...acts];
}
