import { useEffect, useRef } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { dismissToast, type Toast, toasts } from '../kernel/toast.ts';
import { Icon } from './icon.tsx';

/** The live region of toasts, above everything, at the bottom. */
export function Toaster() {
  const all = toasts.use();
  const region = useRef<HTMLDivElement>(null);
  const shown = all.length > 0;
  useEffect(() => {
    // Re-entering the top layer lifts the region above a dialog that opened meanwhile.
    region.current?.hidePopover?.();
    if (shown) region.current?.showPopover?.();
  }, [shown, all]);
  return (
    <div
      ref={region}
      popover="manual"
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-auto bottom-20 m-auto flex w-full max-w-md flex-col gap-2 bg-transparent px-3 sm:bottom-6 [&:not(:popover-open)]:hidden"
    >
      {all.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const text = useKernelText();
  return (
    <div className="appear pointer-events-auto flex items-center gap-3 rounded border border-line bg-raised p-1 ps-4 text-body text-ink shadow-float">
      <Icon
        name={toast.tone === 'good' ? 'done' : 'danger'}
        className={toast.tone === 'good' ? 'text-good' : 'text-danger'}
      />
      <p className="grow py-2">{toast.words}</p>
      {toast.undo && (
        <button
          type="button"
          className="min-h-11 cursor-pointer rounded px-3 font-medium text-accent-text hover:bg-sunken sm:min-h-9"
          onClick={() => {
            dismissToast(toast.id);
            toast.undo?.();
          }}
        >
          {text.undo}
        </button>
      )}
      <button
        type="button"
        aria-label={text.close}
        className="grid size-11 shrink-0 cursor-pointer place-items-center rounded text-muted hover:bg-sunken sm:size-9"
        onClick={() => dismissToast(toast.id)}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
