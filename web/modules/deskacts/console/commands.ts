import type { Command } from '../../../kernel/palette/commands.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { asked, offered } from './asked.ts';
import type { Asked } from './asked.ts';

const icons: Record<Asked['act'], IconName> = { send: 'mail', hold: 'pause', resume: 'play', give: 'wallet' };

/** What can be done for the client of the ticket on screen. */
export function useCommands(): Command[] {
  const words = useText();
  return offered.use().map((act) => ({
    id: `deskacts-${act}`,
    label: words[act].act,
    words: words.commands,
    icon: icons[act],
    run: () => asked.set(act === 'give' ? { act } : { act, id: null }),
  }));
}
