import type { InvoiceItem } from '../../../../server/modules/billing/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks: Record<InvoiceItem['status'], { tone: Tone; icon?: IconName }> = {
  due: { tone: 'info', icon: 'clock' },
  overdue: { tone: 'danger' },
  pending: { tone: 'attention', icon: 'history' },
  paid: { tone: 'good' },
  credited: { tone: 'neutral', icon: 'history' },
  void: { tone: 'neutral', icon: 'close' },
  written_off: { tone: 'neutral', icon: 'close' },
  draft: { tone: 'neutral', icon: 'edit' },
};

export function InvoiceState({
  invoice: { status, balance, total },
}: {
  invoice: Pick<InvoiceItem, 'status' | 'balance' | 'total'>;
}) {
  const { states } = useText();
  const partly = status === 'due' && balance.amount < total.amount;
  return <StatusChip {...looks[status]}>{partly ? states.partlyPaid : states[status]}</StatusChip>;
}
