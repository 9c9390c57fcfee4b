import { useKernelText } from '../kernel/text/index.ts';
import { Button } from './button.tsx';

/** The end of a keyset list: more when there is more. */
export function LoadMore({ more, busy }: { more: (() => void) | null; busy: boolean }) {
  const text = useKernelText();
  if (!more) return null;
  return (
    <div className="no-print flex justify-center border-t border-line p-3">
      <Button weight="quiet" busy={busy} onClick={more}>
        {text.loadMore}
      </Button>
    </div>
  );
}
