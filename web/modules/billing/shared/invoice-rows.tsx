import type { ReactNode } from 'react';
import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import type { Path } from '../../../kernel/paths.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { RecordCard } from '../../../ui/record-card.tsx';
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
  invoices:
    | readonly Pick<InvoiceItem, 'id' | 'number' | 'issuedOn' | 'status' | 'total' | 'balance'>[]
    | undefined;
  to: (id: string) => Path;
}) {
  const { unnumbered } = useText();
  const rows = invoices?.map((invoice) => ({
    id: invoice.id,
    to: to(invoice.id),
    title: invoice.number ?? unnumbered,
    detail: <Time value={invoice.issuedOn} style="date" />,
    state: <InvoiceState invoice={invoice} />,
    figure: <MoneyText value={invoice.total} />,
  }));
  return <RecordCard title={title} aside={aside} none={none} rows={rows} />;
}
