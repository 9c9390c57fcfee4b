import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { AttemptState } from '../parts/attempt-state.tsx';
import { BigState } from '../parts/big-state.tsx';
import { useDepositText } from '../text/deposit.ts';
import { useText } from '../text/index.ts';
import { Deposited } from './deposited.tsx';
import { Ended } from './ended.tsx';
import { Succeeded } from './succeeded.tsx';
import { useLookingAgain } from './use-looking-again.ts';
import { Waiting } from './waiting.tsx';
import { Working } from './working.tsx';

/**
 * One try to pay, from its instructions to its receipt. Payers come back here from the gateway; what the page says comes from the
 * server, which asks the gateway, never from the address.
 */
export function Page({ attemptId }: { attemptId: string }) {
  const { payment: words, methods } = useText();
  const { api: base, to } = useOrganization();
  const url = `${base}/payment-attempts/${attemptId}`;
  const attempt = useData<AttemptView>(url, ['payments.', 'billing.receipt']);
  const check = useLookingAgain(url, attempt);
  const [invoice] = attempt.invoices;
  const saving = attempt.purpose === 'save_method';
  const { credit } = useDepositText();
  return (
    <>
      <PageHeader
        title={saving ? words.titleSave : words.title}
        state={<AttemptState status={attempt.status} />}
        lead={
          attempt.invoices.length > 1
            ? words.forInvoices(attempt.invoices.length)
            : invoice?.number && words.forInvoice(invoice.number)
        }
        crumbs={[
          attempt.invoices.length > 1
            ? { label: words.invoices, to: to.invoices() }
            : invoice
              ? { label: invoice.number ?? words.invoice, to: to.invoice(invoice.id) }
              : attempt.purpose === 'deposit'
                ? { label: credit, to: to.credit() }
                : { label: methods.title, to: to.paymentMethods() },
        ]}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        <Body url={url} attempt={attempt} check={check} />
      </div>
    </>
  );
}

function Body(props: { url: string; attempt: AttemptView; check: ReturnType<typeof useLookingAgain> }) {
  const { payment: words } = useText();
  const { otherMoneyAt, status } = props.attempt;
  if (otherMoneyAt && status === 'requires_action') {
    return <BigState tone="attention" title={words.other} lead={words.otherHint} />;
  }
  switch (status) {
    case 'requires_action':
      return <Waiting {...props} />;
    case 'created':
    case 'unknown':
    case 'processing':
    case 'authorized':
      return <Working />;
    case 'succeeded':
      return props.attempt.purpose === 'deposit' ? (
        <Deposited attempt={props.attempt} />
      ) : (
        <Succeeded attempt={props.attempt} />
      );
    case 'failed':
    case 'expired':
    case 'canceled':
    case 'refunded':
      return <Ended attempt={props.attempt} />;
  }
}
