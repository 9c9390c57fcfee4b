import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Time } from '../../../ui/time.tsx';
import { BigState } from '../parts/big-state.tsx';
import { useDepositText } from '../text/deposit.ts';
import { ReceiptLink } from './receipt-link.tsx';

/** Money that a client added has arrived. */
export function Deposited({ attempt }: { attempt: AttemptView }) {
  const words = useDepositText();
  const { to } = useOrganization();
  const format = useFormat();
  const receipt = attempt.payments[0]?.receipt;
  return (
    <BigState tone="good" title={words.succeeded(format.money(attempt.amount))} lead={words.succeededHint}>
      <DefinitionList
        facts={[
          { term: words.paidWith, value: attempt.paidWith },
          { term: words.paidAt, value: <Time value={attempt.statusAt} style="dateTime" /> },
        ]}
      />
      <div className="mt-4 flex flex-col gap-3">
        {receipt?.number ? (
          <ReceiptLink id={receipt.id}>{words.receipt(receipt.number)}</ReceiptLink>
        ) : (
          <p className="text-13 text-muted">{words.receiptSoon}</p>
        )}
        <div>
          <LinkButton to={to.credit()}>{words.seeCredit}</LinkButton>
        </div>
      </div>
    </BigState>
  );
}
