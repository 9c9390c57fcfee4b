import type { ReactNode } from 'react';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { Card } from '../../../ui/card.tsx';

export interface OverviewRow {
  id: string;
  to: Path;
  title: string;
  detail: ReactNode;
  aside: ReactNode;
}

/** A card of the overview: one figure, one line of context, and the few things behind it. */
export function OverviewCard(props: {
  title: string;
  all: { label: string; to: Path } | null;
  figure: ReactNode;
  /** There is nothing of it: said in words, so in a smaller size. */
  none?: boolean;
  context: ReactNode;
  rows: readonly OverviewRow[];
  children?: ReactNode;
}) {
  const { title, all, figure, none, context, rows, children } = props;
  return (
    <Card title={title} flush className="flex flex-col" aside={all && <Link to={all.to}>{all.label}</Link>}>
      <div className="px-4 pb-4 sm:px-5">
        <p className={`font-bold tracking-tight tabular-nums ${none ? 'text-20' : 'text-26'}`}>{figure}</p>
        {context && <p className="text-body text-muted">{context}</p>}
        {children && <div className="mt-4">{children}</div>}
      </div>
      {rows.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {rows.map((row) => (
            <li
              key={row.id}
              className="relative flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-sunken/60 sm:px-5"
            >
              <div className="min-w-0 grow">
                <Link
                  to={row.to}
                  className="block truncate text-14 font-medium text-ink no-underline outline-offset-[-2px] after:absolute after:inset-0"
                >
                  {row.title}
                </Link>
                <p className="truncate text-13 text-muted">{row.detail}</p>
              </div>
              <div className="shrink-0 text-14">{row.aside}</div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
