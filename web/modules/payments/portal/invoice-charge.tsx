import type { InvoiceCharge } from '../../../../server/modules/payments/automatic-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { Tries } from '../parts/tries.tsx';

/** On an invoice: when it is charged next without asking, and what was tried. */
export function Part({ invoiceId }: { invoiceId: string }) {
  const { data } = useSideData<InvoiceCharge>(
    `${useOrganization().api}/invoices/${invoiceId}/automatic-payment`,
    ['payments.', { facts: 'billing.', subject: invoiceId }],
  );
  return data && data.state !== 'none' && (data.state !== 'over' || data.tries.length > 0) ? (
    <Charge charge={data} />
  ) : null;
}

function Charge({ charge }: { charge: InvoiceCharge }) {
  const { title, states, why, mine } = useAutomaticText();
  const { to } = useOrganization();
  const format = useFormat();
  const canOpen = useCanOpen();
  const { state, nextAt, nextWith, tries } = charge;
  const lines = {
    planned: nextAt ? [mine.planned(format.dateTime(nextAt), nextWith ?? ''), mine.plannedHint] : [],
    underway: [mine.underway],
    stopped: charge.why ? [why[charge.why], mine.stoppedHint] : [],
    over: [],
    none: [],
  }[state];
  const [first, hint] = lines;
  return (
    <div className="no-print">
      <Card
        title={title}
        aside={canOpen(to.paymentMethods()) && <Link to={to.paymentMethods()}>{mine.methods}</Link>}
      >
        <div className="flex flex-col gap-3 text-body">
          {first !== undefined && (
            <div className="flex flex-col items-start gap-2">
              <StatusChip tone={state === 'stopped' ? 'attention' : 'info'}>{states[state]}</StatusChip>
              <p>{first}</p>
              {hint !== undefined && <p className="text-13 text-muted">{hint}</p>}
            </div>
          )}
          {tries.length > 0 && <Tries tries={tries} />}
        </div>
      </Card>
    </div>
  );
}
