import type { IconName } from '../../ui/icon.tsx';
import type { Path } from '../paths.ts';

/** One line of the palette: a place to go to, or something to do. */
export interface Command {
  id: string;
  label: string;
  icon: IconName;
  /** Other words people may type for it, in the language on screen. */
  words?: string;
  to?: Path;
  run?: () => void;
}

/** A file of commands exports this hook, free to use words, organization and permissions. */
export interface CommandFile {
  useCommands: () => Command[];
}

type Load = () => Promise<CommandFile>;
const sources: Load[] = [];

/** Adds a module's commands, fetched when the palette is first opened: `registerCommands(() => import('./commands.ts'))`. */
export function registerCommands(load: Load): void {
  sources.push(load);
}

let loaded: Promise<CommandFile[]> | undefined;

export function loadCommands(): Promise<CommandFile[]> {
  return (loaded ??= Promise.all(sources.map((load) => load())));
}

const fold = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Commands whose words all begin with what was typed, labels before other words. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const begins = (text: string) => {
    const words = fold(text).split(/[\s/-]+/);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  };
  const byLabel = commands.filter((command) => begins(command.label));
  return [
    ...byLabel,
    ...commands.filter(
      (command) => !byLabel.includes(command) && begins(`${command.label} ${command.words ?? ''}`),
    ),
  ];
}
