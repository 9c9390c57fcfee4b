import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { InvoiceState } from '../shared/invoice-state.tsx';
import { useDeskText } from '../text/desk.ts';

/** Where an invoice stands, and whether somebody looks into it. */
export function StaffInvoiceState({
  invoice,
}: {
  invoice: Pick<InvoiceItem, 'status' | 'balance' | 'total' | 'isDisputed'>;
}) {
  const { disputed } = useDeskText();
  return (
    <span className="inline-flex flex-wrap gap-1">
      <InvoiceState invoice={invoice} />
      {invoice.isDisputed && <StatusChip tone="attention">{disputed}</StatusChip>}
    </span>
  );
}
