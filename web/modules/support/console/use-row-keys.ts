import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../../kernel/palette/hotkeys.ts';

/** Links that open the rows of a table: the first of each. */
const linksOf = (table: HTMLElement) =>
  [...table.querySelectorAll('tbody tr')].flatMap((row) => row.querySelector<HTMLElement>('a') ?? []);

/** `j` and `k` move the focus down and up a list; Enter then opens what has it, as on every link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      if (!step || isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (document.querySelector('dialog:modal') || !list.current) return;
      const links = linksOf(list.current);
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}
