import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { InvoiceState } from './invoice-state.tsx';

type Item = Omit<InvoiceItem, 'can'>;

/** What an invoice is in any list: number and purpose, days, state, sum. */
export function useInvoiceColumns<Row extends Item>(): Column<Row>[] {
  const { list: words, unnumbered, andMore } = useText();
  const format = useFormat();
  return [
    {
      key: 'invoice',
      header: words.invoice,
      card: 'title',
      cell: ({ number, title, more }) => (
        <span className="block min-w-0">
          <span className="block font-medium">{number ?? unnumbered}</span>
          <span className="block text-13 font-normal break-words text-muted">
            {format.words(title)}
            {more > 0 && ` ${andMore(more)}`}
          </span>
        </span>
      ),
    },
    {
      key: 'issued',
      header: words.issued,
      card: 'none',
      cell: ({ issuedOn }) => (
        <span className="whitespace-nowrap">
          <Time value={issuedOn} style="date" />
        </span>
      ),
    },
    {
      key: 'due',
      header: words.due,
      card: 'when',
      cell: ({ dueOn, status }) => (
        <span className="whitespace-nowrap">
          <Time value={dueOn} style={status === 'paid' || status === 'void' ? 'date' : 'relative'} />
        </span>
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
          <span className="block font-medium">
            <MoneyText value={total} />
          </span>
          {balance.amount > 0 && balance.amount < total.amount && (
            <span className="block text-13 text-muted">{words.left(format.money(balance))}</span>
          )}
        </>
      ),
    },
  ];
}
