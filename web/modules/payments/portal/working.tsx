import { BigState } from '../parts/big-state.tsx';
import { useText } from '../text/index.ts';

/** The gateway works on it; the page notices the end by itself. */
export function Working() {
  const { payment: words } = useText();
  return <BigState tone="busy" title={words.working} lead={words.workingHint} />;
}
