import { overlay } from './overlay.ts';

/** Whether keys are letters to whoever has the focus. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl/⌘ K opens the palette, `/` goes to the page's search, `?` shows the shortcuts. */
export function startHotkeys(): void {
  document.addEventListener('keydown', (event) => {
    if (
      event.key.toLowerCase() === 'k' &&
      (event.metaKey || event.ctrlKey) &&
      !event.shiftKey &&
      !event.altKey
    ) {
      event.preventDefault();
      overlay.set(overlay.get() === 'palette' ? null : 'palette');
      return;
    }
    if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === '?') overlay.set('shortcuts');
    if (event.key !== '/') return;
    event.preventDefault();
    const search = document.querySelector<HTMLInputElement>('[data-page-search]');
    if (search) search.focus();
    else overlay.set('palette');
  });
}
