import { type ReactNode, useId } from 'react';
import { useKernelText } from '../kernel/text/index.ts';
import { IconButton } from './button.tsx';
import { useModal } from './modal.ts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  wide?: boolean;
}

/** The browser's own modal dialog (focus kept inside, Esc, inert page); a sheet from the bottom on phones. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open && <OpenDialog {...rest} />;
}

function OpenDialog({ onClose, title, children, wide }: Omit<DialogProps, 'open'>) {
  const element = useModal();
  const id = useId();
  const text = useKernelText();
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
