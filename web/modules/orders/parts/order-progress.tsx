import type { Order } from '../../../../server/modules/orders/contract.ts';
import { Steps } from '../../../ui/steps.tsx';
import { useText } from '../text/index.ts';

const reached: Record<Order['status'], number> = {
  awaiting_approval: 1,
  pending_payment: 1,
  paid: 2,
  in_progress: 2,
  failed: 2,
  fulfilled: 4,
  canceled: 0,
};

/** How far an order has come; nothing for one that was canceled. */
export function OrderProgress({ order }: { order: Pick<Order, 'status' | 'paid'> & { invoice: unknown } }) {
  const { order: words } = useText();
  if (order.status === 'canceled') return null;
  const { steps } = words;
  const settled =
    (order.invoice === null && order.status !== 'awaiting_approval') ||
    (order.status !== 'pending_payment' && !order.paid);
  return (
    <Steps
      label={words.progress}
      names={[steps.placed, settled ? words.confirmed : steps.paid, steps.setUp, steps.ready]}
      now={reached[order.status]}
    />
  );
}
