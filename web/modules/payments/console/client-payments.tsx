import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Page } from '../../../kernel/query/use-list.ts';
import { MoneyText } from '../../../ui/money.tsx';
import { RecordCard } from '../../../ui/record-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** The latest money from one client, on the client's page. */
export function Part({ organizationId }: { organizationId: string }) {
  const { desk: words } = useText();
  const { data } = useSideData<Page<PaymentView>>(
    `/api/console/payments?client=${organizationId}&limit=5`,
    'payments.',
  );
  const rows = data?.items.map((payment) => ({
    id: payment.id,
    to: consolePaths.payment(payment.id),
    title: payment.paidWith,
    detail: (
      <>
        <Time value={payment.receivedAt} style="date" /> · {payment.invoice?.number ?? words.noInvoice}
      </>
    ),
    state: payment.takenBackAt ? (
      <StatusChip tone="neutral" icon="back">
        {words.returned}
      </StatusChip>
    ) : null,
    figure: <MoneyText value={payment.amount} />,
  }));
  return <RecordCard title={words.title} aside={null} none={words.emptyReceived} rows={rows} />;
}
