import { useState } from 'react';
import type { Order } from '../../../../server/modules/orders/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { Decision } from './decision.tsx';
import { OrderItems } from '../parts/order-items.tsx';
import { OrderProgress } from '../parts/order-progress.tsx';
import { OrderState } from '../parts/order-state.tsx';
import { OrderTimeline } from '../parts/order-timeline.tsx';
import { useText } from '../text/index.ts';

export function Page({ orderId }: { orderId: string }) {
  const { order: words, list } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const url = `${base}/orders/${orderId}`;
  const order = useData<Order>(url, [
    { facts: 'orders.', subject: orderId },
    'billing.invoice',
    'services.',
    'provisioning.',
  ]);
  const mayPay = useCan('billing.invoices.read');
  const maySeeServices = useCan('services.service.read');
  const { invoice } = order;
  const toInvoice =
    invoice &&
    (invoice.paidAbove === null
      ? to.invoice(invoice.id)
      : invoice.paidAbove.slug === null
        ? null
        : paths.organization(invoice.paidAbove.slug).invoice(invoice.id));
  return (
    <>
      <PageHeader
        title={order.number}
        state={<OrderState order={order} />}
        crumbs={[{ label: list.title, to: to.orders() }]}
        aside={<Acts order={order} />}
        act={
          order.can.pay === true &&
          invoice &&
          mayPay && (
            <LinkButton wide to={to.pay(invoice.id)}>
              {words.pay(format.money(order.total))}
            </LinkButton>
          )
        }
      />
      <OrderProgress order={order} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Notice order={order} />
          <OrderItems order={order} toService={maySeeServices ? to.service : null} />
          <Card title={words.timeline}>
            <OrderTimeline timeline={order.timeline} />
          </Card>
        </div>
        <Card title={words.details}>
          <DefinitionList
            facts={[
              { term: words.placed, value: <Time value={order.placedAt} style="dateTime" /> },
              order.placedBy !== '' && { term: words.placedBy, value: order.placedBy },
              {
                term: words.total,
                value: order.total.amount > 0 ? <MoneyText value={order.total} /> : words.nothing,
              },
              invoice !== null &&
                mayPay && {
                  term: words.invoice,
                  value: toInvoice ? (
                    <Link to={toInvoice}>{invoice.number ?? words.invoiceComing}</Link>
                  ) : (
                    (invoice.number ?? words.invoiceComing)
                  ),
                },
              order.status === 'pending_payment' &&
                invoice !== null && {
                  term: words.payBy,
                  value: <Time value={invoice.dueOn} style="date" />,
                },
              order.termsVersion !== null && {
                term: words.terms,
                value: words.termsVersion(order.termsVersion),
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

/** The one thing to know about the order now. */
function Notice({ order }: { order: Order }) {
  const { order: words } = useText();
  const format = useFormat();
  if (order.status === 'pending_payment' && order.invoice) {
    return (
      <Banner tone="attention" title={words.waiting(format.date(order.invoice.dueOn))}>
        {order.invoice.paidAbove === null ? words.waitingHint : words.paidAbove}
        {order.invoice.paidAbove?.slug && (
          <p className="mt-1">
            <Link to={paths.organization(order.invoice.paidAbove.slug).invoice(order.invoice.id)}>
              {words.payThere}
            </Link>
          </p>
        )}
      </Banner>
    );
  }
  if (order.status === 'awaiting_approval') return <Decision order={order} />;
  if (order.status === 'failed') {
    return (
      <Banner tone="attention" title={words.failed}>
        {words.failedHint}
      </Banner>
    );
  }
  if (order.canceledWhy === null) return null;
  return (
    <Banner tone="info" title={words.canceled}>
      {words.why[order.canceledWhy]}
      {order.cancelNote && <p className="mt-1 whitespace-pre-line">{order.cancelNote}</p>}
    </Banner>
  );
}

function Acts({ order }: { order: Order }) {
  const { order: words } = useText();
  const { api: base } = useOrganization();
  const [asking, setAsking] = useState(false);
  const mayOrder = useCan('orders.place');
  const cancel = useAct(
    (body: object, key) => api.post<Order>(`${base}/orders/${order.id}/cancel`, body, key),
    {
      refresh: [`${base}/orders`],
      done: () => {
        setAsking(false);
        toast({ words: words.wasCanceled(order.number) });
      },
    },
  );
  if (!mayOrder || order.status === 'canceled' || order.status === 'fulfilled') return null;
  return (
    <>
      <MoreMenu
        label={words.acts}
        groups={[
          [
            {
              label: words.cancel,
              icon: 'close',
              destructive: true,
              reason: order.can.cancel === true ? null : reasonWords(order.can.cancel.no),
              run: () => setAsking(true),
            },
          ],
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.cancelTitle(order.number)}
        effect={words.cancelEffect}
        verb={words.cancel}
        destructive
        busy={cancel.busy}
        onConfirm={() => void cancel.run({})}
      />
    </>
  );
}
