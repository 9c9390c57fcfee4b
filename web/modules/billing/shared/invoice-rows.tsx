import type { ReactNode } from 'react';
import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { Card } from '../../../ui/card.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { InvoiceState } from './invoice-state.tsx';

/** A few invoices beside something else. */
export function InvoiceRows({
  title,
  aside,
  none,
  invoices,
  to,
}: {
  title: string;
  aside: ReactNode;
  none: string;
  invoices: readonly Omit<InvoiceItem, 'can'>[];
  to: (id: string) => Path;
}) {
  const { unnumbered } = useText();
  return (
    <Card title={title} aside={aside} flush={invoices.length > 0}>
      {invoices.length === 0 ? (
        <p className="text-body text-muted">{none}</p>
      ) : (
        <ul className="divide-y divide-line text-body">
          {invoices.map((invoice) => (
            <li
              key={invoice.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
            >
              <span className="min-w-0">
                <Link to={to(invoice.id)} className="font-medium">
                  {invoice.number ?? unnumbered}
                </Link>
                <span className="block text-13 text-muted">
                  <Time value={invoice.issuedOn} style="date" />
                </span>
              </span>
              <span className="flex items-center gap-3">
                <InvoiceState invoice={invoice} />
                <MoneyText value={invoice.total} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
