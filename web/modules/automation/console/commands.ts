import { consolePaths } from '../../../kernel/console-paths.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import type { Command } from '../../../kernel/palette/commands.ts';
import type { Path } from '../../../kernel/paths.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** Where replies and macros are kept, for the palette. */
export function useCommands(): Command[] {
  const { setup: words, commands } = useText();
  const canOpen = useCanOpen();
  const command = (id: string, label: string, icon: IconName, path: Path) => ({
    id: `automation-${id}`,
    label,
    words: commands.words,
    icon,
    to: path,
  });
  return [
    command('replies', words.replies, 'list', to.cannedReplies()),
    command('macros', words.macros, 'bolt', to.ticketMacros()),
    command('rules', words.rules, 'refresh', to.ticketAutomation()),
  ].filter(({ to: path }) => canOpen(path));
}
