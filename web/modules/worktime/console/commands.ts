import { consolePaths } from '../../../kernel/console-paths.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import type { Command } from '../../../kernel/palette/commands.ts';
import { useText } from '../text/index.ts';

/** Recorded time, for the palette. */
export function useCommands(): Command[] {
  const { title, rates, commands } = useText();
  const canOpen = useCanOpen();
  const [time, hourly] = [consolePaths.workTime(), consolePaths.workRates()];
  const all: Command[] = [
    { id: 'worktime', label: title, words: commands, icon: 'clock', to: time },
    { id: 'worktime-rates', label: rates.title, words: commands, icon: 'wallet', to: hourly },
  ];
  return all.filter(({ to }) => to !== undefined && canOpen(to));
}
