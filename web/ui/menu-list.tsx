import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { goTo } from '../kernel/pages/link.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { MenuItem } from './menu-item.ts';

interface Props {
  id: string;
  label: string;
  groups: readonly (readonly MenuItem[])[];
  header: ReactNode;
  align: 'start' | 'end';
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
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

/** The open list of a menu, in the browser's top layer. */
export function MenuList({ id, label, groups, header, align, button, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const focusables = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    list.current!.showPopover();
    place(list.current!, button.current!, align);
    focusables()[0]?.focus();
  }, [button, align]);

  function close(focusButton = true) {
    onClose();
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
    <div
      ref={list}
      id={id}
      popover="auto"
      onToggle={(event) => (event as unknown as ToggleEvent).newState === 'closed' && onClose()}
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
