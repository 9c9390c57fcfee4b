import type { ReactNode } from 'react';
import type { Affected, PricePreview } from '../../../../server/modules/pricing/contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import type { Text } from '../text/en.ts';
import { useText } from '../text/index.ts';

const tones: Record<NonNullable<Affected['state']>, Tone> = {
  waiting: 'neutral',
  told: 'info',
  agreed: 'info',
  applied: 'good',
  undelivered: 'danger',
  skipped: 'neutral',
  withdrawn: 'neutral',
};

/** The columns of services whose price changes; where each stands once that is `decided`, and `acts` last. */
export function useAffectedColumns(
  decided: boolean,
  acts?: (row: Affected) => ReactNode,
): Column<Affected>[] {
  const { preview: words, moves, why: reasons, page } = useText();
  const format = useFormat();
  return [
    { key: 'client', header: words.client, card: 'title', cell: (row) => row.client.name },
    {
      key: 'service',
      header: words.service,
      card: 'rest',
      cell: (row) => (
        <Link to={to.service(row.serviceId)} className="underline">
          {row.label || format.words(row.names)}
          {row.quantity > 1 && ` × ${format.number(row.quantity)}`}
        </Link>
      ),
    },
    {
      key: 'before',
      header: words.old,
      card: 'rest',
      align: 'end',
      cell: (row) => (
        <>
          <span className="text-muted as-table:hidden">{words.old}: </span>
          <MoneyText value={row.before} />
        </>
      ),
    },
    {
      key: 'after',
      header: words.fresh,
      card: 'figure',
      align: 'end',
      cell: (row) => <MoneyText value={row.after} />,
    },
    {
      key: 'on',
      header: words.on,
      card: 'when',
      cell: (row) => (row.on ? <Time value={row.on} style="date" /> : '–'),
    },
    ...(decided
      ? [
          {
            key: 'state',
            header: words.status,
            card: 'state' as const,
            cell: (row: Affected) => (
              <>
                {row.state && <StatusChip tone={tones[row.state]}>{moves[row.state]}</StatusChip>}
                {row.why && <span className="block text-13 text-muted">{reasonOf(reasons, row.why)}</span>}
              </>
            ),
          },
        ]
      : []),
    ...(acts ? [{ key: 'acts', header: page.more, card: 'rest' as const, cell: acts }] : []),
  ];
}

const reasonOf = (reasons: Text['why'], why: string) => reasons[why as keyof Text['why']] ?? why;

/** Services that are chosen and stay at their price, by reason. */
export function Left({ left }: Pick<PricePreview, 'left'>) {
  const { preview: words, why: reasons, services } = useText();
  if (left.length === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-3 text-13 text-muted">
      <p className="font-medium">{words.left}</p>
      <ul>
        {left.map((of) => (
          <li key={of.why}>
            {services(of.services)}: {reasonOf(reasons, of.why)}
          </li>
        ))}
      </ul>
    </div>
  );
}
