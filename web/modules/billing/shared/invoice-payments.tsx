import type { Invoice } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

type Paid = Pick<Invoice, 'allocations' | 'receipts' | 'creditNotes'>;

/** What has paid the invoice, each with its receipt to take along. `receiptUrl` is the API address of one. */
export function InvoicePayments({
  invoice: { allocations, creditNotes, receipts },
  receiptUrl,
  creditNotePath,
}: {
  invoice: Paid;
  receiptUrl: (id: string) => string;
  creditNotePath: (id: string) => Path;
}) {
  const { invoice: words } = useText();
  if (allocations.length === 0 && receipts.length === 0 && creditNotes.length === 0) return null;
  const credit = allocations.filter((one) => one.receiptId === null);
  return (
    <Card title={words.payments} flush className="break-inside-avoid">
      <ul className="divide-y divide-line text-body">
        {receipts.map((receipt) => (
          <li
            key={receipt.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
          >
            <span className="min-w-0">
              <ReceiptLink receipt={receipt} url={receiptUrl(receipt.id)} />
              <span className="block text-13 text-muted">
                {receipt.method} · <Time value={receipt.receivedAt} style="date" />
                {receipt.reversedAt && ` · ${words.reversed}`}
              </span>
            </span>
            <span className={receipt.reversedAt ? 'text-muted line-through' : 'font-medium'}>
              <MoneyText value={receipt.amount} />
            </span>
          </li>
        ))}
        {credit.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
          >
            <span>
              <span className="font-medium">{one.withholdingId ? words.withheldTax : words.fromCredit}</span>
              <span className="block text-13 text-muted">
                <Time value={one.at} style="date" />
                {one.releasedAt && ` · ${words.taken}`}
              </span>
            </span>
            <span className={one.releasedAt ? 'text-muted line-through' : 'font-medium'}>
              <MoneyText value={one.amount} />
            </span>
          </li>
        ))}
        {creditNotes.map((note) => (
          <li
            key={note.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
          >
            <span className="min-w-0">
              <Link to={creditNotePath(note.id)} className="font-medium">
                {note.number ? words.creditNote(note.number) : words.creditNoteSoon}
              </Link>
              <span className="block text-13 text-muted">
                <Time value={note.issuedOn} style="date" />
              </span>
            </span>
            <span className="font-medium">
              <MoneyText value={note.total} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ReceiptLink({ receipt, url }: { receipt: Paid['receipts'][number]; url: string }) {
  const { invoice: words } = useText();
  const language = locale.use();
  if (!receipt.number) return <span className="font-medium">{words.receiptSoon}</span>;
  return (
    <a
      href={`${url}/document?lang=${language}`}
      download
      className="inline-flex items-center gap-1.5 font-medium"
    >
      <Icon name="download" size={16} />
      {words.receipt(receipt.number)}
    </a>
  );
}
