import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useModal } from '../../../ui/modal.ts';
import { useText } from '../text/index.ts';

export interface Line {
  id: string;
  title: string;
  detail: string;
  icon: IconName;
  /** What it is in full, shown while it is the chosen one. */
  body: ReactNode;
  /** Why it cannot be chosen. */
  reason: string | null;
}

interface Props {
  label: string;
  placeholder: string;
  hint: string;
  lines: readonly Line[];
  /** What is said where there are none. */
  empty: string;
  typed: string;
  onType: (typed: string) => void;
  onPick: (id: string) => void;
  onClose: () => void;
  busy: boolean;
}

/** One of several, found by typing and arrows, with all of it in sight before it is chosen. */
export function Picker(props: Props) {
  const { label, placeholder, hint, lines, empty, typed, onType, onPick, onClose, busy } = props;
  const { picker: words } = useText();
  const [at, setAt] = useState(0);
  const dialog = useModal();
  const active = lines[Math.min(at, lines.length - 1)];

  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, dialog]);

  const pick = (line: Line | undefined) => line && line.reason === null && !busy && onPick(line.id);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => (now + step + lines.length) % Math.max(1, lines.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(active);
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="appear mx-auto mt-[8dvh] mb-auto w-[calc(100%-1.5rem)] max-w-2xl overflow-hidden rounded border border-line bg-raised p-0 text-ink shadow-float"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-muted" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="picker-list"
          aria-activedescendant={active && `picker-${active.id}`}
          aria-label={placeholder}
          placeholder={placeholder}
          autoFocus
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            onType(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-14 w-full bg-transparent text-16 outline-none"
        />
      </div>
      <div
        id="picker-list"
        role="listbox"
        aria-label={label}
        className="max-h-[min(16rem,34dvh)] overflow-y-auto p-2"
      >
        {lines.map((line) => (
          <div
            key={line.id}
            id={`picker-${line.id}`}
            role="option"
            aria-selected={line === active}
            aria-disabled={line.reason !== null || undefined}
            onPointerMove={() => setAt(lines.indexOf(line))}
            onClick={() => pick(line)}
            className={`flex min-h-11 cursor-pointer items-center gap-3 rounded px-3 py-1.5 text-body sm:min-h-9 ${line === active ? 'bg-accent-soft text-accent-text' : ''} ${line.reason === null ? '' : 'text-muted'}`}
          >
            <Icon name={line.icon} size={18} className={line === active ? '' : 'text-muted'} />
            <span className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:justify-between sm:gap-4">
              <span className="truncate">{line.title}</span>
              {line.detail && <span className="truncate text-13 text-muted sm:shrink-0">{line.detail}</span>}
            </span>
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className="px-5 pb-8 text-center text-body text-muted">{empty}</p>}
      {active && (
        <div
          className="max-h-[34dvh] overflow-y-auto border-t border-line bg-sunken px-5 py-3 text-13"
          tabIndex={0}
        >
          {active.body}
          {active.reason && (
            <p className="mt-2 flex items-start gap-1.5 text-danger">
              <Icon name="danger" size={16} className="mt-0.5" />
              {active.reason}
            </p>
          )}
        </div>
      )}
      <p role="status" className="sr-only">
        {words.found(lines.length)}
      </p>
      <p className="hidden items-center gap-2 border-t border-line px-4 py-2 text-12 text-muted sm:flex">
        <KeyHint keys={['↑', '↓']} />
        {hint}
      </p>
    </dialog>
  );
}
