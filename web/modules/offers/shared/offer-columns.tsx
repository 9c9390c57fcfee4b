import type { OfferItem } from '../../../../server/modules/offers/contract.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { OfferState } from './offer-state.tsx';

/** The columns of a list of offers, with one more after the title. */
export function useOfferColumns<Row extends OfferItem>(also: Column<Row>): Column<Row>[] {
  const words = useText();
  return [
    {
      key: 'title',
      header: words.offer,
      card: 'title',
      cell: (row) => (
        <>
          {row.title}
          {row.number && <span className="font-normal text-muted tabular-nums"> · {row.number}</span>}
          {row.revision > 1 && (
            <span className="font-normal text-muted"> · {words.revision(row.revision)}</span>
          )}
        </>
      ),
    },
    also,
    {
      key: 'until',
      header: words.until,
      card: 'when',
      cell: (row) => <Time value={row.validUntil} style="date" />,
    },
    { key: 'state', header: words.state, card: 'state', cell: (row) => <OfferState state={row.state} /> },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: (row) => <MoneyText value={row.total} />,
    },
  ];
}
