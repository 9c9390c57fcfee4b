import { consolePaths } from '../../../kernel/console-paths.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import type { Command } from '../../../kernel/palette/commands.ts';
import type { Path } from '../../../kernel/paths.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

const to = consolePaths;

/** Escalations and who is on call, for the palette. */
export function useCommands(): Command[] {
  const { list, rotas, rules, commands } = useText();
  const canOpen = useCanOpen();
  const command = (id: string, label: string, icon: IconName, path: Path) => ({
    id: `escalation-${id}`,
    label,
    words: commands.words,
    icon,
    to: path,
  });
  return [
    command('list', list.title, 'up', to.escalations()),
    command('rotas', rotas.title, 'bell', to.rotas()),
    command('rules', rules.title, 'refresh', to.escalationRules()),
  ].filter(({ to: path }) => canOpen(path));
}
