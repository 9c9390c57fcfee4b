import type { StaffRefund } from '../../../../server/modules/payments/refund-contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useBackText } from '../text/back.ts';

const looks: Record<string, { tone: Tone; icon?: IconName }> = {
  to_approve: { tone: 'attention', icon: 'person' },
  to_pay: { tone: 'attention', icon: 'bank' },
  asked: { tone: 'info', icon: 'clock' },
  processing: { tone: 'info', icon: 'clock' },
  unknown: { tone: 'attention', icon: 'clock' },
  done: { tone: 'good' },
  failed: { tone: 'danger' },
  rejected: { tone: 'neutral', icon: 'close' },
};

export function RefundState({ state }: { state: StaffRefund['state'] }) {
  const { desk } = useBackText();
  return <StatusChip {...looks[state]!}>{desk.refundStates[state]}</StatusChip>;
}
