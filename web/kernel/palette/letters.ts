import { useLayoutEffect } from 'react';
import { readKept } from '../pages/take-over.ts';
import { createStore } from '../store.ts';
import { isTyping } from './hotkeys.ts';

const kept = 'letters';

/** Whether single letters act. Who speaks to their computer, or presses keys by accident, turns them off. */
export const lettersAct = createStore(readKept('localStorage', kept) !== 'off');

export function setLettersAct(on: boolean): void {
  localStorage.setItem(kept, on ? 'on' : 'off');
  lettersAct.set(on);
}

/** Whether a key acts on the page: nobody types or chooses from a menu, no dialog is open, and it is pressed without Ctrl, ⌘ or Alt. */
export const acts = (event: KeyboardEvent): boolean =>
  lettersAct.get() &&
  !isTyping(event.target) &&
  !(event.metaKey || event.ctrlKey || event.altKey || event.repeat) &&
  !(event.target instanceof Element && event.target.closest('[role=menu]')) &&
  !document.querySelector('dialog:modal');

/** `key` as the browser names it: a capital is with Shift. From when the page is seen, before any effect. */
export function useKey(key: string, run: ((event: KeyboardEvent) => void) | false): void {
  useLayoutEffect(() => {
    if (!run) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || !acts(event)) return;
      event.preventDefault();
      run(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** What says of a button or field which letter presses or enters it; `useMarkedKeys` listens. */
export const marked = (key: string, words?: string) => ({
  'aria-keyshortcuts': key,
  ...(words && { title: `${words} (${key})` }),
});

/**
 * Letters press what `marked` names them on the page, the first that is there and can be pressed, whichever module shows it. Fields get
 * the focus, and a choice that was entered this way gives the letters back once it is made.
 */
export function useMarkedKeys(): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target instanceof HTMLSelectElement) event.target.blur();
      if (!/^[a-z]$/i.test(event.key) || !acts(event)) return;
      const name = event.shiftKey ? `Shift+${event.key.toUpperCase()}` : event.key.toUpperCase();
      const element = [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${name}"]`)].find(
        (one) => !one.matches(':disabled, [aria-disabled]'),
      );
      if (!element) return;
      event.preventDefault();
      enter(element);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function enter(element: HTMLElement): void {
  if (!element.matches('input, select')) return element.click();
  element.focus();
  if (!(element instanceof HTMLSelectElement)) return;
  element.addEventListener('change', () => element.blur(), { once: true });
  // Older browsers cannot open it; with the focus, its arrows choose.
  element.showPicker?.();
}
