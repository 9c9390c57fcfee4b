import { consolePaths } from '../../../kernel/console-paths.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import type { Command } from '../../../kernel/palette/commands.ts';
import { useDeskText } from '../text/desk.ts';

/** The ratings, for the palette. */
export function useCommands(): Command[] {
  const { title, commands } = useDeskText();
  const canOpen = useCanOpen();
  const to = consolePaths.ratings();
  return canOpen(to) ? [{ id: 'feedback-ratings', label: title, words: commands, icon: 'star', to }] : [];
}
