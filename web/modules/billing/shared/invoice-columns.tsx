import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { InvoiceState } from './invoice-state.tsx';

type Item = Omit<InvoiceItem, 'can'>;

/** What an invoice is in any list: number and purpose, days, state, sum. */
export function useInvoiceColumns<Row extends Item>(): Column<Row>[] {
  const { list: words, above, unnumbered, andMore } = useText();
  const format = useFormat();
  return [
    {
      key: 'invoice',
      header: words.invoice,
      card: 'title',
      cell: ({ number, title, more, for: whom }) => (
        <>
          <span className="block">{number ?? unnumbered}</span>
          <span className="block text-13 font-normal break-words text-muted">
            {more > 0 ? `${format.words(title)} ${andMore(more)}` : format.words(title)}
          </span>
          {whom && (
            <span className="block text-13 font-normal break-words text-muted">
              {above.forWhom(whom.name)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'issued',
      header: words.issued,
      card: 'none',
      cell: ({ issuedOn }) => <Time value={issuedOn} style="date" />,
    },
    {
      key: 'due',
      header: words.due,
      card: 'when',
      cell: ({ dueOn, status }) => (
        <Time
          value={dueOn}
          style={['paid', 'credited', 'void', 'written_off'].includes(status) ? 'date' : 'relative'}
        />
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (invoice) => <InvoiceState invoice={invoice} />,
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ total, balance }) => (
        <>
          <span className="block font-medium">{format.money(total)}</span>
          {balance.amount > 0 && balance.amount < total.amount && (
            <span className="block text-13 text-muted">{words.left(format.money(balance))}</span>
          )}
        </>
      ),
    },
  ];
}
