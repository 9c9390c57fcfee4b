import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useModal } from '../../ui/modal.ts';
import { goTo } from '../pages/link.tsx';
import type { Path } from '../paths.ts';
import { type Command, type CommandFile, loadCommands, matching } from './commands.ts';
import type { FoundItem } from './found-paths.ts';
import { useFound } from './search.ts';
import { usePaletteText } from './words.ts';

const kindIcons: Record<FoundItem['kind'], IconName> = {
  client: 'building',
  service: 'services',
  invoice: 'billing',
  order: 'cart',
  ticket: 'support',
  article: 'book',
};

interface Line {
  id: string;
  label: string;
  icon: IconName;
  detail?: string;
  to?: Path;
  run?: () => void;
}

interface Group {
  title: string;
  lines: Line[];
}

/** Go to, find, do: one box for all of it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [files, setFiles] = useState<CommandFile[] | null>(null);
  const early = useRef('');
  useEffect(() => void loadCommands().then(setFiles), []);
  useLayoutEffect(() => (files ? undefined : keepTyped(early)), [files]);
  return files && <OpenPalette files={files} early={early} onClose={onClose} />;
}

/** What is typed while the commands are on their way is for the palette. */
function keepTyped(early: RefObject<string>): () => void {
  const note = (event: globalThis.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') early.current = early.current.slice(0, -1);
    else if (event.key.length === 1) early.current += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', note, true);
  return () => document.removeEventListener('keydown', note, true);
}

function useGroups(files: readonly CommandFile[], typed: string): { groups: Group[]; searching: boolean } {
  const text = usePaletteText();
  // The list of files never changes once loaded, so the hooks inside run in the same order every time.
  const commands = files.flatMap((file) => file.useCommands());
  const { groups: found, searching } = useFound(typed);
  const shown = matching(commands, typed);
  const part = (title: string, lines: Command[]): Group => ({ title, lines });
  const results = found.map(([kind, items]): Group => ({
    title: text.kinds[kind],
    lines: items.map((item) => ({
      id: `${kind}-${item.id}`,
      label: item.title,
      detail: [item.detail, item.organization?.name].filter(Boolean).join(' · '),
      icon: kindIcons[kind],
      to: item.to,
    })),
  }));
  const goTo = part(
    text.goTo,
    shown.filter((command) => command.to),
  );
  const act = part(
    text.act,
    shown.filter((command) => command.run),
  );
  return { groups: [goTo, ...results, act].filter((group) => group.lines.length > 0), searching };
}

function OpenPalette({
  files,
  early,
  onClose,
}: {
  files: readonly CommandFile[];
  early: RefObject<string>;
  onClose: () => void;
}) {
  const text = usePaletteText();
  const [typed, setTyped] = useState(() => early.current);
  const [at, setAt] = useState(0);
  const { groups, searching } = useGroups(files, typed);
  const lines = groups.flatMap((group) => group.lines);
  const dialog = useModal();

  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, dialog]);

  function choose(line: Line | undefined) {
    if (!line) return;
    onClose();
    line.run?.();
    if (line.to) goTo(line.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => (now + step + lines.length) % Math.max(1, lines.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(lines[at]);
    }
  }

  const active = lines[Math.min(at, lines.length - 1)];
  return (
    <dialog
      ref={dialog}
      aria-label={text.label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="appear mx-auto mt-[8dvh] mb-auto w-[calc(100%-1.5rem)] max-w-xl overflow-hidden rounded border border-line bg-raised p-0 text-ink shadow-float"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-muted" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={active && `palette-${active.id}`}
          aria-label={text.label}
          placeholder={text.placeholder}
          autoFocus
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-14 w-full bg-transparent text-16 outline-none"
        />
      </div>
      <div
        id="palette-list"
        role="listbox"
        aria-label={text.label}
        className="max-h-[min(24rem,60dvh)] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title} className="pb-2 last:pb-0">
            <p aria-hidden="true" className="px-3 py-1 text-12 font-medium text-muted">
              {group.title}
            </p>
            {group.lines.map((line) => (
              <PaletteLine
                key={line.id}
                line={line}
                active={line === active}
                onPoint={() => setAt(lines.indexOf(line))}
                onChoose={() => choose(line)}
              />
            ))}
          </div>
        ))}
        {lines.length === 0 && (
          <p className="px-3 py-8 text-center text-body text-muted">
            {searching ? text.searching : text.empty(typed)}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {searching ? text.searching : text.results(lines.length)}
      </p>
      <p className="hidden items-center gap-2 border-t border-line px-4 py-2 text-12 text-muted sm:flex">
        <KeyHint keys={['↑', '↓']} />
        {text.hint}
      </p>
    </dialog>
  );
}

function PaletteLine(props: { line: Line; active: boolean; onPoint: () => void; onChoose: () => void }) {
  const { line, active, onPoint, onChoose } = props;
  return (
    <div
      id={`palette-${line.id}`}
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={`flex min-h-11 cursor-pointer items-center gap-3 rounded px-3 py-1.5 text-body sm:min-h-9 ${active ? 'bg-accent-soft text-accent-text' : ''}`}
    >
      <Icon name={line.icon} size={18} className={active ? '' : 'text-muted'} />
      <span className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:justify-between sm:gap-4">
        <span className="truncate sm:shrink-0">{line.label}</span>
        {line.detail && <span className="truncate text-13 text-muted">{line.detail}</span>}
      </span>
    </div>
  );
}
