import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from './button.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
}

/** The browser's own modal dialog (focus kept inside, Esc, inert page); a sheet from the bottom on phones. */
export function Dialog({ open, onClose, title, children, wide }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  const text = useKernelText();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === element.current && onClose()}
      className={`appear m-auto mb-0 max-h-[90dvh] w-full max-w-full overflow-y-auto rounded border border-line bg-raised p-0 text-ink shadow-float max-sm:rounded-b-none sm:mb-auto ${wide ? 'sm:max-w-2xl' : 'sm:max-w-md'}`}
    >
      <div className="flex flex-col gap-4 p-5">
        <header className="flex items-start justify-between gap-3">
          <h2 id={id} className="pt-1 text-20 text-balance">
            {title}
          </h2>
          <IconButton icon="close" label={text.close} className="-me-2 -mt-1" onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
