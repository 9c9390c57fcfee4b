import type { ReactNode } from 'react';
import { Link } from '../kernel/pages/link.tsx';
import type { Path } from '../kernel/paths.ts';
import { Card } from './card.tsx';
import { ListSkeleton } from './skeletons.tsx';

export interface RecordRow {
  id: string;
  to: Path;
  title: string;
  detail: ReactNode;
  state: ReactNode;
  figure?: ReactNode;
}

/** A few records beside something else: the latest invoices of a client, the services of an order. `rows` is undefined while loading. */
export function RecordCard({
  title,
  aside,
  none,
  rows,
}: {
  title: string;
  aside: ReactNode;
  none: string;
  rows: readonly RecordRow[] | undefined;
}) {
  return (
    <Card title={title} aside={aside} flush>
      {!rows && <ListSkeleton />}
      {rows?.length === 0 && <p className="px-4 pb-4 text-body text-muted sm:px-5">{none}</p>}
      {rows && rows.length > 0 && (
        <ul className="divide-y divide-line text-body">
          {rows.map((row) => (
            <li
              key={row.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 sm:px-5"
            >
              <span className="min-w-0">
                <Link to={row.to} className="font-medium break-words">
                  {row.title}
                </Link>
                <span className="block text-13 break-words text-muted">{row.detail}</span>
              </span>
              <span className="ms-auto flex items-center gap-3">
                {row.state}
                {row.figure}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
