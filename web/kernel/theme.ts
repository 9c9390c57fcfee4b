import type { Theme } from './session/session.ts';
import { keepCookie } from './cookie.ts';
import { createStore } from './store.ts';

export const theme = createStore<Theme>('system');

/** Applies the appearance at once; `system` leaves the choice to the device. */
export function applyTheme(next: Theme): void {
  theme.set(next);
  document.documentElement.dataset.theme = next;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { scheme } = meta.dataset;
    const chosen = next === scheme ? 'all' : 'not all';
    meta.media = next === 'system' ? `(prefers-color-scheme: ${scheme})` : chosen;
  }
  keepCookie('theme', next);
}
