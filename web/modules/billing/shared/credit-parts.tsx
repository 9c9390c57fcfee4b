import type { ReactNode } from 'react';
import type { Credit } from '../../../../server/modules/billing/statement-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { useLotText } from '../text/lots.ts';
import { useText } from '../text/index.ts';
import { BookedName, type BookedPaths } from './booked-name.tsx';

type Line = Credit['items'][number];
type Lot = Credit['lots'][number];
export type SourceWords = Partial<Record<Lot['source'], string>>;

/** What is left of what came when, in the order in which it is used. */
export function CreditLots({
  credit,
  called = {},
  act,
}: {
  credit: Credit;
  /** Where staff call a source otherwise than clients. */
  called?: SourceWords;
  act?: (lot: Lot) => ReactNode;
}) {
  const words = useLotText();
  const format = useFormat();
  const sum = (amount: number) => format.money({ amount, currency: credit.currency });
  if (credit.lots.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="mb-1 text-body text-muted">{words.lead}</p>
      <ul className="divide-y divide-line text-body">
        {credit.lots.map((lot) => (
          <li key={lot.lot} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">{called[lot.source] ?? words.sources[lot.source]}</p>
              <p className="text-13 text-muted">
                <Time value={lot.on} style="date" />
                {lot.expiresOn && ` · ${words.until(format.date(lot.expiresOn))}`}
              </p>
              {lot.reason && <p className="text-13 [overflow-wrap:anywhere]">{lot.reason}</p>}
            </div>
            <div className="text-end">
              <p className="font-medium tabular-nums">{sum(lot.left)}</p>
              {lot.left !== lot.amount && (
                <p className="text-13 text-muted tabular-nums">
                  {words.left(sum(lot.left), sum(lot.amount))}
                </p>
              )}
              {act?.(lot)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The columns of what came and went, each with the lots it came from. */
export function useCreditColumns(
  currency: string,
  to: BookedPaths,
  called: SourceWords = {},
): Column<Line>[] {
  const { credit: words, statement } = useText();
  const lots = useLotText();
  const format = useFormat();
  const sum = (amount: number) => format.money({ amount, currency });
  return [
    { key: 'on', header: statement.date, card: 'when', cell: ({ on }) => <Time value={on} style="date" /> },
    {
      key: 'what',
      header: statement.what,
      card: 'title',
      cell: (line) => (
        <>
          <BookedName line={line} to={to} />
          {line.lots
            .filter(({ lot }) => lot !== line.sequence)
            .map((lot) => (
              <span key={lot.lot} className="block text-13 text-muted">
                {lots.from(called[lot.source] ?? lots.sources[lot.source], format.date(lot.on))}
                {line.lots.length > 1 && `: ${sum(lot.change)}`}
              </span>
            ))}
        </>
      ),
    },
    {
      key: 'change',
      header: words.change,
      card: 'figure',
      align: 'end',
      cell: ({ change }) => (change > 0 ? `+${sum(change)}` : sum(change)),
    },
    {
      key: 'after',
      header: words.after,
      card: 'state',
      align: 'end',
      cell: ({ balance }) => <span className="as-cards:text-13 as-cards:text-muted">{sum(balance)}</span>,
    },
  ];
}
