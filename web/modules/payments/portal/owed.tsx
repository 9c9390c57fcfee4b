import type { PaymentOptions } from '../../../../server/modules/payments/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card } from '../../../ui/card.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

/** The exact sum and its day, always in sight. */
export function Owed({ invoice, invoiceId }: { invoice: PaymentOptions['invoice']; invoiceId: string }) {
  const { pay: words } = useText();
  const { to } = useOrganization();
  const { total, balance, dueOn, number } = invoice;
  const paid = { ...total, amount: total.amount - balance.amount };
  return (
    <Card title={words.summary} aside={<Link to={to.invoice(invoiceId)}>{words.seeInvoice}</Link>}>
      <p className="text-26 font-bold tracking-tight">
        <MoneyText value={balance} />
      </p>
      <dl className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3 text-body">
        <Row term={number ?? words.total}>
          <MoneyText value={total} />
        </Row>
        {paid.amount > 0 && (
          <Row term={words.paidSoFar}>
            <MoneyText value={{ ...paid, amount: -paid.amount }} />
          </Row>
        )}
        <Row term={words.dueOn}>
          <Time value={dueOn} style="date" />
        </Row>
      </dl>
    </Card>
  );
}

function Row({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="min-w-0 text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
