import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Time } from '../../../ui/time.tsx';
import { BigState } from '../parts/big-state.tsx';
import { useText } from '../text/index.ts';
import { ReceiptLink } from './receipt-link.tsx';

/** What happened, what happens next, and the paper for it. */
export function Succeeded({ attempt }: { attempt: AttemptView }) {
  const { payment: words } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const [invoice] = attempt.invoices;
  if (!invoice) {
    return (
      <BigState tone="good" title={words.savedTitle} lead={words.savedHint}>
        <LinkButton to={to.paymentMethods()}>{words.seeMethods}</LinkButton>
      </BigState>
    );
  }
  const numbered = attempt.payments.filter(({ receipt }) => receipt?.number);
  return (
    <>
      <BigState tone="good" title={words.succeeded(format.money(attempt.amount))} lead={words.succeededHint}>
        <DefinitionList
          facts={[
            { term: words.paidWith, value: attempt.paidWith },
            { term: words.paidAt, value: <Time value={attempt.statusAt} style="dateTime" /> },
          ]}
        />
        <div className="mt-4 flex flex-col gap-3">
          {numbered.length === 0 && <p className="text-13 text-muted">{words.receiptSoon}</p>}
          {numbered.map(({ id, receipt }) => (
            <ReceiptLink key={id} id={receipt!.id}>
              {words.receipt(receipt!.number!)}
            </ReceiptLink>
          ))}
          <div>
            {attempt.invoices.length > 1 ? (
              <LinkButton to={to.invoices()}>{words.seeInvoices}</LinkButton>
            ) : (
              <LinkButton to={to.invoice(invoice.id)}>{words.seeInvoice}</LinkButton>
            )}
          </div>
        </div>
      </BigState>
      <Card title={words.whatNext}>
        <ul className="flex flex-col gap-2 text-body">
          {words.next.map((step) => (
            <li key={step} className="flex gap-3">
              <span className="mt-0.5 text-good">
                <Icon name="check" size={18} />
              </span>
              {step}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
