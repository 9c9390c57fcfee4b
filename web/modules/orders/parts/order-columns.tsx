import type { OrderItem } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { OrderState } from './order-state.tsx';

const filtered = ['pending_payment', 'in_progress', 'failed', 'fulfilled', 'canceled'] as const;

/** The states one can filter by; `open` is everything that is not over. */
export function useStateChoices() {
  const { list: words, states } = useText();
  return [
    { value: 'open', label: words.open },
    ...filtered.map((value) => ({ value, label: states[value] })),
  ];
}

/** The columns of a list of orders, with one more after what was ordered. */
export function useOrderColumns<Row extends OrderItem>(): (also: Column<Row>) => Column<Row>[] {
  const { list: words } = useText();
  const format = useFormat();
  return (also) => [
    {
      key: 'what',
      header: words.what,
      card: 'title',
      cell: (row) => (
        <>
          {format.words(row.title)}
          {row.more > 0 && <span className="font-normal text-muted"> {words.more(row.more)}</span>}
        </>
      ),
    },
    also,
    {
      key: 'placed',
      header: words.placed,
      card: 'when',
      cell: (row) => <Time value={row.placedAt} />,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (row) => <OrderState order={row} />,
    },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: (row) => <MoneyText value={row.total} />,
    },
  ];
}
