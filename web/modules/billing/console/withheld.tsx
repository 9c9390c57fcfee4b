import type { Withholdings } from '../../../../server/modules/billing/tax-contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { WithheldItems } from '../shared/withheld-items.tsx';
import { useTaxText } from '../text/tax.ts';
import { SlipActs } from './slip-acts.tsx';

/** On an invoice in the console: what was withheld of it. */
export function Part({ invoiceId }: { invoiceId: string }) {
  const { withholding: words } = useTaxText();
  const { data } = useSideData<Withholdings>(`/api/console/invoices/${invoiceId}/withholdings`, 'billing.');
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={words.title} className="no-print">
      <WithheldItems
        items={data.items}
        slipUrl={(id) => `/api/console/withholdings/${id}/slip`}
        act={(item) => <SlipActs item={item} />}
      />
    </Card>
  );
}
