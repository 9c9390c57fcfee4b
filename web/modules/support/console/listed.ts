import { consolePaths } from '../../../kernel/console-paths.ts';
import { goTo } from '../../../kernel/pages/link.tsx';
import { useKey } from '../../../kernel/palette/letters.ts';
import { createStore } from '../../../kernel/store.ts';

/** The tickets of the list that was on screen last, in its order. */
export const listed = createStore<readonly string[]>([]);

/** `j` and `k` go to the next and the previous ticket of the list one came from. Returns whether there is one. */
export function useNeighbors(now: string): boolean {
  const all = listed.use();
  const at = all.indexOf(now);
  const go = (id: string | undefined) => id !== undefined && (() => goTo(consolePaths.ticket(id)));
  useKey('j', at >= 0 && go(all[at + 1]));
  useKey('k', at >= 0 && go(all[at - 1]));
  return at >= 0;
}
