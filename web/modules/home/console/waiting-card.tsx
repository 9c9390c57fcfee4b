import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';

export interface WaitingRow {
  label: string;
  count: number;
  to: Path;
  /** Good to know, but nothing to do. */
  calm?: boolean;
  /** Something is broken when it is not zero. */
  alarming?: boolean;
}

/** A queue: its figures, zero ones quiet. */
export function WaitingCard({ title, to, rows }: { title: string; to: Path; rows: readonly WaitingRow[] }) {
  return (
    <Card
      title={
        <Link to={to} className="text-ink no-underline hover:underline">
          {title}
        </Link>
      }
      flush
    >
      <ul className="divide-y divide-line pb-1">
        {rows.map((row) => (
          <li key={row.label}>
            <Link
              to={row.to}
              className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-14 text-ink no-underline outline-offset-[-2px] hover:bg-sunken sm:px-5 lg:min-h-10"
            >
              <span className={classes('min-w-0 grow', row.count === 0 && 'text-muted')}>{row.label}</span>
              {row.alarming && row.count > 0 && <Icon name="danger" size={16} className="text-danger" />}
              <span
                className={classes(
                  'text-16 font-bold tabular-nums',
                  row.count === 0 && 'font-normal text-muted',
                  row.alarming && row.count > 0 && 'text-danger',
                )}
              >
                {row.count}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
