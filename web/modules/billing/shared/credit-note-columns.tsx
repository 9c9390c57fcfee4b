import type { CreditNoteItem } from '../../../../server/modules/billing/credit-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { useNoteText } from '../text/notes.ts';

/** What a credit note is in any list: number and reason, invoice, day, sum. */
export function useCreditNoteColumns(): Column<CreditNoteItem>[] {
  const { unnumbered } = useText();
  const { creditNote: words } = useNoteText();
  const format = useFormat();
  return [
    {
      key: 'note',
      header: words.noun,
      card: 'title',
      cell: ({ number, reason }) => (
        <>
          <span className="block">{number ?? unnumbered}</span>
          <span className="block text-13 font-normal text-muted">{words.reasons[reason]}</span>
        </>
      ),
    },
    {
      key: 'invoice',
      header: words.forInvoice,
      card: 'rest',
      cell: ({ invoice }) => invoice.number ?? unnumbered,
    },
    {
      key: 'issued',
      header: words.issuedOn,
      card: 'when',
      cell: ({ issuedOn }) => <Time value={issuedOn} style="date" />,
    },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: ({ total }) => <span className="font-medium">{format.money(total)}</span>,
    },
  ];
}
