import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { whenLoaded } from '../kernel/when-loaded.tsx';
import { classes } from './classes.ts';
import type { MenuItem } from './menu-item.ts';

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

/** Comes when pointer or focus are near: most visits open no menu. */
const MenuList = whenLoaded(async () => (await import('./menu-list.tsx')).MenuList);
const ahead = () => void MenuList.load().catch(() => undefined);

/** A button with a list of acts, by the menu button pattern: arrows, Home, End, first letters, Esc. */
export function Menu({ label, groups, children, className, align = 'end', header }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
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
        onPointerEnter={ahead}
        onFocus={ahead}
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
        <Suspense fallback={null}>
          <MenuList
            id={id}
            label={label}
            groups={groups}
            header={header}
            align={align}
            button={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
