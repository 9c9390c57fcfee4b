import { early, overlay } from './overlay.ts';

/** Whether keys are letters to whoever has the focus. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Ctrl/⌘ K opens the palette, `/` goes to the page's search, `?` shows the shortcuts. What is typed while the palette is on its way is for
 * it, so keys are heard before anybody else on the page.
 */
export function startHotkeys(): void {
  const onKey = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    const held = event.metaKey || event.ctrlKey;
    const asked = overlay.get() === 'palette';
    if (held && !altKey && !event.shiftKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      early.typed = '';
      overlay.set(asked ? null : 'palette');
    }
    if (held || altKey) return;
    if (asked && !document.querySelector('dialog:modal')) {
      if (key.length > 1) return;
      early.typed += key;
      event.preventDefault();
      event.stopPropagation();
    } else if (!isTyping(event.target)) {
      if (key === '?') overlay.set('shortcuts');
      if (key !== '/') return;
      event.preventDefault();
      const search = document.querySelector<HTMLInputElement>('[data-page-search]');
      if (search) search.focus();
      else overlay.set('palette');
    }
  };
  document.addEventListener('keydown', onKey, true);
}
