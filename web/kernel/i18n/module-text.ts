import { locale } from './locale.ts';
import { loadText, textOf } from './texts.ts';

/**
 * Makes a module's `useText` hook. The words are plain objects whose functions take what they speak about
 * (`due: (sum: string) => …`), so a missing or misused text does not compile. Pages find them loaded; anything
 * else that uses them waits in the nearest Suspense.
 */
export function moduleText<Text>(name: string): () => Text {
  return function useText() {
    const current = locale.use();
    const text = textOf(name, current);
    // Suspense waits for a promise that is thrown.
    // oxlint-disable-next-line typescript/only-throw-error
    if (text === undefined) throw loadText(name, current);
    return text as Text;
  };
}

/** The same words outside components, for acts that run when the module is surely on screen. */
export function textNow<Text>(name: string): Text {
  const text = textOf(name, locale.get());
  if (text === undefined) throw new Error(`text of ${name} is not loaded`);
  return text as Text;
}
