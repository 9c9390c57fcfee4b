import { type RefObject, useLayoutEffect } from 'react';
import { isTyping } from '../../../kernel/palette/hotkeys.ts';
import { lettersAct } from '../../../kernel/palette/letters.ts';

/** Links that open the rows of a table: the first of each. */
const linksOf = (table: HTMLElement) =>
  [...table.querySelectorAll('tbody tr')].flatMap((row) => row.querySelector<HTMLElement>('a') ?? []);

const isBox = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.type === 'checkbox';

/**
 * `j` and `k` move the focus down and up a list; Enter then opens what has it, as on every link. `x` chooses the row that has it, where
 * rows can be chosen, with Shift all between this and the one before. A key counts from when the list is seen, before any effect.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  choose?: (row: number, withShift: boolean) => void,
): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const step = { j: 1, k: -1 }[key];
      if ((!step && key !== 'x') || event.metaKey || event.ctrlKey || event.altKey || !lettersAct.get())
        return;
      if (isTyping(event.target) && !isBox(event.target)) return;
      if (document.querySelector('dialog:modal') || !list.current) return;
      const links = linksOf(list.current);
      const row = document.activeElement?.closest('tr');
      const at = links.findIndex((link) => link === document.activeElement || (row && row.contains(link)));
      if (!step) {
        if (at < 0 || !choose) return;
        event.preventDefault();
        return choose(at, event.shiftKey);
      }
      const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, choose]);
}
