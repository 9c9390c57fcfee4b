import type { Locale } from '../session/session.ts';
import { keepCookie } from '../cookie.ts';
import { createStore } from '../store.ts';
import { loadedNames, loadText } from './texts.ts';

/** The language on screen. */
export const locale = createStore<Locale>('en');

/** Switches the language live: fetches the words of what is on screen first, so that nothing flickers. */
export async function switchLocale(next: Locale): Promise<void> {
  await Promise.all(loadedNames(locale.get()).map((name) => loadText(name, next)));
  document.documentElement.lang = next;
  keepCookie('locale', next);
  locale.set(next);
}
