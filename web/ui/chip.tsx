import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** How a chip looks, for one that is a link. */
export const chipClass = (on: boolean): string =>
  classes(
    'inline-flex min-h-9 shrink-0 cursor-pointer items-center gap-1 rounded-full border px-3.5 text-14 no-underline transition-colors sm:min-h-8 sm:text-13',
    on
      ? 'border-accent-ring bg-accent-soft font-medium text-accent-text'
      : 'border-line-control bg-surface text-ink hover:bg-sunken',
  );

/** Chips side by side, pushed sideways where they do not fit. */
export function Chips({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className={classes('flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]', className)}
    >
      {children}
    </div>
  );
}

export function Chip({ on, onPress, children }: { on: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={on} onClick={onPress} className={chipClass(on)}>
      {children}
    </button>
  );
}
