import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { BigState } from '../parts/big-state.tsx';
import { useText } from '../text/index.ts';

/** It is over without money that stayed: why, and the way to begin again. */
export function Ended({ attempt }: { attempt: AttemptView }) {
  const { payment: words, failures } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const { status, failure, purpose, amount } = attempt;
  const [invoice] = attempt.invoices;
  const again = invoice ? to.pay(invoice.id) : purpose === 'deposit' ? to.addCredit() : to.paymentMethods();
  if (status === 'refunded') {
    return (
      <BigState tone="neutral" title={words.refunded(format.money(amount))} lead={words.refundedHint}>
        {invoice && <LinkButton to={to.invoice(invoice.id)}>{words.seeInvoice}</LinkButton>}
      </BigState>
    );
  }
  const failed = purpose === 'save_method' ? words.failedSave : words.failed;
  const { title, lead } = {
    failed: { title: failed, lead: `${words.failedNothing} ${failures[failure?.class ?? 'retry']}` },
    expired: { title: words.expired, lead: words.expiredHint },
    canceled: { title: words.canceled, lead: words.canceledHint },
  }[status as 'failed' | 'expired' | 'canceled'];
  return (
    <BigState tone={status === 'failed' ? 'danger' : 'neutral'} title={title} lead={lead}>
      <LinkButton to={again}>{words.again}</LinkButton>
    </BigState>
  );
}
