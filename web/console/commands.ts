import type { Command } from '../kernel/palette/commands.ts';
import { signOut } from '../kernel/session/sign-out.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { applyTheme } from '../kernel/theme.ts';
import { useConsoleGroups } from './navigation.ts';
import { useConsoleText } from './text/index.ts';

export function useCommands(): Command[] {
  const { nav, account } = useConsoleText();
  const text = useKernelText();
  const places = useConsoleGroups().flatMap((group) =>
    group.places.map((place): Command => ({
      id: place.name,
      label: nav[place.name],
      words: group.name ? nav[group.name] : '',
      icon: place.icon,
      to: place.to,
    })),
  );
  return [
    ...places,
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
}
