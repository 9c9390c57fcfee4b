import type { ReactNode } from 'react';
import type { PlacedOrder, Quote } from '../../../../server/modules/orders/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** What happened, what happens next and when, and the one thing to do now. */
export function Placed({ order, quote }: { order: PlacedOrder; quote: Quote }) {
  const { done: words, approval } = useText();
  const { to } = useOrganization();
  const format = useFormat();
  const mayPay = useCan('billing.invoices.read');
  const sum = format.money(order.total);
  const payable = order.invoiceId !== null;
  return (
    <div className="flex max-w-2xl flex-col gap-4" role="status">
      <Card>
        <div className="flex items-center gap-3">
          <span className="grid size-11 shrink-0 place-items-center rounded-full bg-good-soft text-good">
            <Icon name="done" size={24} />
          </span>
          <h2 className="text-20">{words.title}</h2>
        </div>
        <dl className="mt-4 grid gap-4 sm:grid-cols-2">
          <Fact term={words.number} value={order.number} />
          <Fact term={words.code} value={order.code} />
        </dl>
        <p className="mt-3 text-13 text-muted">{words.codeHint}</p>
      </Card>
      <Card title={words.next}>
        <ol className="flex flex-col gap-4">
          {order.awaitsApproval && (
            <Step icon="clock" title={approval.nextTitle}>
              {approval.nextHint}
            </Step>
          )}
          {payable && quote.payBy && (
            <Step icon="wallet" title={words.pay(sum, format.date(quote.payBy))}>
              {mayPay ? words.payHint : words.askFinance}
            </Step>
          )}
          {order.paidAbove && (
            <Step icon="wallet" title={words.paidAbove(sum)}>
              {words.paidAboveHint}
            </Step>
          )}
          <Step icon="bolt" title={words.setUp}>
            {payable || order.paidAbove || order.awaitsApproval ? words.setUpAfter : words.setUpNow}
          </Step>
          <Step icon="mail" title={words.tell}>
            {words.tellHint}
          </Step>
        </ol>
      </Card>
      <div className="flex flex-col gap-2 sm:flex-row">
        {payable && mayPay && <LinkButton to={to.pay(order.invoiceId!)}>{words.payAct(sum)}</LinkButton>}
        <LinkButton weight={payable && mayPay ? 'secondary' : 'primary'} to={to.order(order.id)}>
          {words.see}
        </LinkButton>
        <LinkButton weight="quiet" to={to.store()}>
          {words.another}
        </LinkButton>
      </div>
    </div>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="text-13 text-muted">{term}</dt>
      <dd className="flex items-center gap-1 text-16 font-bold tracking-wide tabular-nums">
        {value}
        <CopyButton value={value} what={term} />
      </dd>
    </div>
  );
}

function Step({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3 text-body">
      <span className="mt-0.5 text-muted">
        <Icon name={icon} />
      </span>
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-muted">{children}</p>
      </div>
    </li>
  );
}
