import type { Command } from '../kernel/palette/commands.ts';
import { useOwnCommands } from '../kernel/palette/own-commands.ts';
import { useConsoleGroups } from './navigation.ts';
import { useConsoleText } from './text/index.ts';

export function useCommands(): Command[] {
  const { nav, account } = useConsoleText();
  const own = useOwnCommands(account.signOut);
  const places = useConsoleGroups().flatMap((group) =>
    group.places.map((place): Command => ({
      id: place.name,
      label: nav[place.name],
      words: group.name ? nav[group.name] : '',
      icon: place.icon,
      to: place.to,
    })),
  );
  return [...places, ...own];
}
