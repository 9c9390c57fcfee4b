import { locale } from './locale.ts';
import { expectText, loadText, textOf } from './texts.ts';

/**
 * Makes a module's `useText` hook. The words are plain objects whose functions take what they speak about
 * (`due: (sum: string) => …`), so a missing or misused text does not compile. Pages find them loaded, with those
 * of the parts that their script brings; what comes later waits in the nearest Suspense.
 */
export function moduleText<Text>(name: string): () => Text {
  if (name.includes('/')) expectText(name);
  return function useText() {
    const current = locale.use();
    const text = textOf(name, current);
    // Suspense waits for a promise that is thrown.
    // oxlint-disable-next-line typescript/only-throw-error
    if (text === undefined) throw loadText(name, current);
    return text as Text;
  };
}
