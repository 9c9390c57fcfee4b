import type { Command } from '../../../kernel/palette/commands.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { type Path } from '../../../kernel/paths.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/desk.ts';

const to = consolePaths;

/** The queue's views and what begins there, for the palette. */
export function useCommands(): Command[] {
  const { commands: words } = useText();
  const canOpen = useCanOpen();
  const command = (id: string, label: string, icon: IconName, path: Path): Command => ({
    id: `support-${id}`,
    label,
    words: words.words,
    icon,
    to: path,
  });
  return [
    { ...command('new', words.newTicket, 'plus', to.newTicket()), words: words.newTicketWords },
    command('waiting', words.waiting, 'clock', to.tickets({ sort: 'waiting' })),
    command('mine', words.mine, 'person', to.tickets({ assignee: 'me', status: 'active' })),
    command('unassigned', words.unassigned, 'support', to.tickets({ assignee: 'none', status: 'active' })),
    command('queues', words.queues, 'settings', to.ticketQueues()),
  ].filter(({ to: path }) => path !== undefined && canOpen(path));
}
