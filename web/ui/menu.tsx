import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { goTo } from '../kernel/pages/link.tsx';
import type { Path } from '../kernel/paths.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName;
  /** A place to go, or something to do. */
  to?: Path;
  run?: () => void;
  destructive?: boolean;
  /** Why it cannot be chosen now; shown under the label. */
  reason?: string | null;
  /** Marked as the present choice. */
  current?: boolean;
  detail?: string;
}

interface Props {
  /** What the menu is for; its name for screen readers. */
  label: string;
  /** Groups are set apart by a line; empty ones vanish. */
  groups: readonly (readonly MenuItem[])[];
  /** Content of the button. */
  children: ReactNode;
  className?: string;
  align?: 'start' | 'end';
  /** Above the items: who is signed in, say. */
  header?: ReactNode;
}

const step = { ArrowDown: 1, ArrowUp: -1 } as const;

/** Puts the list under the button, or above it where there is no room, inside the window. */
function place(list: HTMLElement, button: HTMLElement, align: 'start' | 'end') {
  const box = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = box.bottom + 4 + height <= innerHeight || box.top < height;
  const left = align === 'end' ? box.right - width : box.left;
  list.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - 4 - height)}px`;
  list.style.left = `${Math.min(Math.max(8, left), innerWidth - width - 8)}px`;
}

/** A button with a list of acts, by the menu button pattern: arrows, Home, End, first letters, Esc. */
export function Menu({ label, groups, children, className, align = 'end', header }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!open || !list.current) return;
    list.current.showPopover();
    place(list.current, button.current!, align);
    focusables()[0]?.focus();
  }, [open, align]);

  const focusables = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  function close(focusButton = true) {
    setOpen(false);
    if (focusButton) button.current?.focus();
  }

  function choose(item: MenuItem) {
    if (item.reason) return;
    close();
    item.run?.();
    if (item.to) goTo(item.to);
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = focusables();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const focus = (index: number) => {
      event.preventDefault();
      all.at(index % all.length)?.focus();
    };
    if (event.key in step) focus(at + step[event.key as keyof typeof step] + (at < 0 ? 1 : 0));
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(-1);
    else if (event.key === 'Tab') close(false);
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key.length === 1 && event.key !== ' ') {
      const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      after.find((one) => one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    }
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={label}
        className={classes('cursor-pointer', className)}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
        <span className="sr-only">{label}</span>
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          popover="auto"
          onToggle={(event) => (event as unknown as ToggleEvent).newState === 'closed' && setOpen(false)}
          className="appear m-0 max-h-[80dvh] min-w-56 max-w-[calc(100vw-16px)] overflow-y-auto rounded border border-line bg-raised p-1 text-ink shadow-float"
        >
          {header}
          <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
            {groups
              .filter((group) => group.length > 0)
              .map((group, index) => (
                <div
                  key={index}
                  role="group"
                  className="border-t border-line py-1 first:border-0 first:pt-0 last:pb-0"
                >
                  {group.map((item) => (
                    <MenuRow key={item.label} item={item} onChoose={() => choose(item)} />
                  ))}
                </div>
              ))}
          </div>
        </div>
      )}
    </>
  );
}

function MenuRow({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  return (
    <button
      type="button"
      role={item.current === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.current}
      aria-disabled={item.reason ? true : undefined}
      tabIndex={-1}
      onClick={onChoose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={classes(
        'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded px-3 py-1.5 text-start text-body outline-none sm:min-h-9',
        'focus:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:text-muted',
        item.destructive && 'text-danger',
      )}
    >
      {item.icon && <Icon name={item.icon} size={18} />}
      <span className="min-w-0 grow">
        <span className="block truncate">{item.label}</span>
        {(item.reason ?? item.detail) && (
          <span className="block text-13 text-muted">{item.reason ?? item.detail}</span>
        )}
      </span>
      {item.current && <Icon name="check" size={18} className="text-accent-text" />}
    </button>
  );
}
