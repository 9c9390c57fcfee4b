import { signOut } from '../session/sign-out.ts';
import { useKernelText } from '../text/index.ts';
import { applyTheme } from '../theme.ts';
import type { Command } from './commands.ts';

/** What people do with their own session, in either shell. */
export function useOwnCommands(signOutLabel: string): Command[] {
  const { theme } = useKernelText();
  return [
    { id: 'dark', label: theme.dark, words: theme.label, icon: 'moon', run: () => applyTheme('dark') },
    { id: 'light', label: theme.light, words: theme.label, icon: 'sun', run: () => applyTheme('light') },
    { id: 'signOut', label: signOutLabel, icon: 'leave', run: () => void signOut() },
  ];
}
