import type { StaffOrder } from '../../../../server/modules/orders/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Time } from '../../../ui/time.tsx';
import { OrderItems } from '../parts/order-items.tsx';
import { OrderProgress } from '../parts/order-progress.tsx';
import { OrderState } from '../parts/order-state.tsx';
import { OrderTimeline } from '../parts/order-timeline.tsx';
import { useText } from '../text/index.ts';
import { AcceptOrder, CancelOrder } from './order-acts.tsx';

export function Page({ orderId }: { orderId: string }) {
  const { order: words, list, guest } = useText();
  const order = useData<StaffOrder>(`/api/console/orders/${orderId}`, [
    { facts: 'orders.', subject: orderId },
    'billing.invoice',
    'services.',
    'provisioning.',
  ]);
  const { invoice, client } = order;
  const to = consolePaths;
  const mayManage = useCan('orders.manage');
  const maySeeInvoices = useCan('billing.invoices.read');
  return (
    <>
      <PageHeader
        title={order.number}
        state={<OrderState order={order} />}
        crumbs={[{ label: list.consoleTitle, to: to.orders() }]}
        aside={mayManage && order.can.cancel === true && <CancelOrder order={order} />}
        act={mayManage && order.can.accept === true && <AcceptOrder order={order} />}
      />
      <OrderProgress order={order} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {order.canceledWhy && (
            <Banner tone="info" title={words.canceled}>
              {words.why[order.canceledWhy]}
              {order.cancelNote && <p className="mt-1 whitespace-pre-line">{order.cancelNote}</p>}
            </Banner>
          )}
          <OrderItems order={order} toService={to.service} />
          <Card title={words.timeline}>
            <OrderTimeline timeline={order.timeline} />
          </Card>
        </div>
        <Card title={words.details}>
          <DefinitionList
            facts={[
              {
                term: words.client,
                value: (
                  <>
                    <Link to={to.client(client.id)}>{client.name}</Link>
                    {client.guest && <span className="text-muted"> · {guest.mark}</span>}
                  </>
                ),
              },
              { term: words.placed, value: <Time value={order.placedAt} style="dateTime" /> },
              order.placedBy !== '' && { term: words.placedBy, value: order.placedBy },
              {
                term: words.total,
                value: order.total.amount > 0 ? <MoneyText value={order.total} /> : words.nothing,
              },
              invoice !== null && {
                term: words.invoice,
                value: maySeeInvoices ? (
                  <Link to={to.invoice(invoice.id)}>{invoice.number ?? words.invoiceComing}</Link>
                ) : (
                  (invoice.number ?? words.invoiceComing)
                ),
              },
              order.acceptedAt !== null && {
                term: words.accepted,
                value: <Time value={order.acceptedAt} style="dateTime" />,
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
