import type { Theme } from './session/session.ts';
import { createStore } from './store.ts';

export const theme = createStore<Theme>('system');

/** Applies the appearance at once; `system` leaves the choice to the device. */
export function applyTheme(next: Theme): void {
  theme.set(next);
  document.documentElement.dataset.theme = next;
  document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
}
