import type { ReactNode } from 'react';
import { Link } from '../kernel/pages/link.tsx';
import type { Path } from '../kernel/paths.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { classes } from './classes.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'end';
  /**
   * Its place when the table becomes cards: `title` and `figure` on the first line, `when` and `state` on
   * the second, `rest` below; `none` leaves it out.
   */
  card: 'title' | 'figure' | 'when' | 'state' | 'rest' | 'none';
}

export interface Selection {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

interface Props<Row> {
  /** Says what the table holds, to screen readers. */
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Where a row leads; its title becomes the link, and the whole row can be pressed. */
  to?: (row: Row) => Path;
  selection?: Selection & { nameOf: (row: Row) => string };
  dense?: boolean;
  busy?: boolean;
}

const checkbox = 'relative z-1 block size-6 cursor-pointer accent-(--accent) sm:size-4';

/** Rows of one kind: a table where there is room, cards elsewhere, the same elements in both. */
export function DataTable<Row>({ caption, rows, columns, rowKey, to, selection, dense, busy }: Props<Row>) {
  const text = useKernelText();
  const pad = dense
    ? 'as-table:px-3 as-table:py-1.5'
    : 'as-table:px-3.5 as-table:py-3 as-table:first:ps-5 as-table:last:pe-5';
  const toggle = (key: string) => {
    const next = new Set(selection!.chosen);
    if (!next.delete(key)) next.add(key);
    selection!.onChange(next);
  };
  return (
    <div className={classes('overflow-x-auto', dense ? '@container/dense-rows' : '@container/rows')}>
      <table
        role="table"
        aria-busy={busy || undefined}
        className={classes(
          'cards-table w-full border-collapse text-14 transition-opacity',
          busy && 'opacity-60',
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="border-b border-line">
            {selection && (
              <th role="columnheader" scope="col" className={classes(pad, 'as-table:w-0 as-table:pe-0')}>
                <input
                  type="checkbox"
                  aria-label={text.selectAll}
                  className={checkbox}
                  checked={rows.length > 0 && rows.every((row) => selection.chosen.has(rowKey(row)))}
                  onChange={(event) =>
                    selection.onChange(new Set(event.target.checked ? rows.map(rowKey) : []))
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={classes(
                  pad,
                  'text-13 font-medium whitespace-nowrap text-muted',
                  column.align === 'end' ? 'text-end' : 'text-start',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="divide-y divide-line">
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                role="row"
                aria-selected={selection ? selection.chosen.has(key) : undefined}
                className={classes(
                  'relative',
                  to && 'hover:bg-sunken/60',
                  selection?.chosen.has(key) && 'bg-accent-soft',
                )}
              >
                {selection && (
                  <td role="cell" data-card="pick" className={classes(pad, 'as-table:w-0 as-table:pe-0')}>
                    <input
                      type="checkbox"
                      aria-label={text.selectRow(selection.nameOf(row))}
                      className={checkbox}
                      checked={selection.chosen.has(key)}
                      onChange={() => toggle(key)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.key}
                    role="cell"
                    data-card={column.card}
                    className={classes(
                      pad,
                      'min-w-0',
                      column.align === 'end' && 'whitespace-nowrap tabular-nums as-table:text-end',
                    )}
                  >
                    {to && column.card === 'title' ? (
                      <Link
                        to={to(row)}
                        className="font-medium text-ink no-underline outline-offset-[-2px] after:absolute after:inset-0"
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What can be done with the chosen rows; stands at the bottom while there are any. */
export function BulkActs({ chosen, onChange, children }: Selection & { children: ReactNode }) {
  const text = useKernelText();
  if (chosen.size === 0) return null;
  return (
    <div className="appear sticky bottom-36 z-10 mx-auto mt-3 flex w-fit flex-wrap items-center gap-3 rounded border border-line bg-raised p-2 ps-4 shadow-float sm:bottom-4">
      <span role="status" className="text-body font-medium">
        {text.selected(chosen.size)}
      </span>
      {children}
      <button
        type="button"
        className="cursor-pointer px-2 text-body text-muted hover:text-ink"
        onClick={() => onChange(new Set())}
      >
        {text.clearSelection}
      </button>
    </div>
  );
}
