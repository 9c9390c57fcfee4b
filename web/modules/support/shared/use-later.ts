import { useEffect, useState } from 'react';
import { whenIdle } from '../../../kernel/when-idle.ts';

/** What a page can do without while it is read; it comes when the page is idle, and a page whose line breaks goes without. */
export function useLater<Parts>(load: () => Promise<Parts>): Parts | undefined {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    whenIdle(() => void load().then(setParts, () => undefined));
    // The same file on every rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return parts;
}
