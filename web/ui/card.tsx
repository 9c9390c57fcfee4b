import type { ReactNode } from 'react';
import { classes } from './classes.ts';

/** A group with its own heading. `flush` lets a table or list touch the edges. */
export function Card({
  title,
  aside,
  children,
  flush,
  className,
}: {
  title?: ReactNode;
  /** Beside the title: a link to all, a small act. */
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  return (
    <section className={classes('min-w-0 rounded border border-line bg-surface', className)}>
      {title && (
        <header
          className={classes(
            'flex min-h-12 items-center justify-between gap-3 px-4 pt-3 sm:px-5',
            flush && 'pb-2',
          )}
        >
          <h2 className="text-16">{title}</h2>
          {aside && <div className="text-13">{aside}</div>}
        </header>
      )}
      <div
        className={classes(
          !flush && 'px-4 pb-4 sm:px-5 sm:pb-5',
          !flush && (title ? 'pt-2' : 'pt-4 sm:pt-5'),
        )}
      >
        {children}
      </div>
    </section>
  );
}

/** A card that says one figure and one line of context. */
export function FigureCard({
  title,
  figure,
  context,
  aside,
  children,
}: {
  title: string;
  figure: ReactNode;
  context: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Card title={title} aside={aside}>
      <p className="text-26 font-bold tracking-tight tabular-nums">{figure}</p>
      <p className="text-body text-muted">{context}</p>
      {children}
    </Card>
  );
}
