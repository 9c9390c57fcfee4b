import type { OrderItem } from '../../../../server/modules/orders/contract.ts';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

const looks: Record<OrderItem['status'], { tone: Tone; icon?: IconName }> = {
  awaiting_approval: { tone: 'attention', icon: 'clock' },
  pending_payment: { tone: 'attention', icon: 'wallet' },
  paid: { tone: 'info', icon: 'check' },
  in_progress: { tone: 'info', icon: 'bolt' },
  fulfilled: { tone: 'good' },
  failed: { tone: 'attention' },
  canceled: { tone: 'neutral', icon: 'close' },
};

/** The state of an order as a chip. What goes on without having been paid is confirmed, not paid. */
export function OrderState({ order }: { order: Pick<OrderItem, 'status' | 'paid'> }) {
  const { states } = useText();
  const { status } = order;
  return (
    <StatusChip {...looks[status]}>
      {states[status === 'paid' && !order.paid ? 'confirmed' : status]}
    </StatusChip>
  );
}

const stageLooks: Record<'waiting' | 'setting_up' | 'ready' | 'failed', { tone: Tone; icon?: IconName }> = {
  waiting: { tone: 'neutral' },
  setting_up: { tone: 'info', icon: 'bolt' },
  ready: { tone: 'good' },
  failed: { tone: 'attention' },
};

export function ItemStage({ stage }: { stage: keyof typeof stageLooks }) {
  const { stages } = useText();
  return <StatusChip {...stageLooks[stage]}>{stages[stage]}</StatusChip>;
}
