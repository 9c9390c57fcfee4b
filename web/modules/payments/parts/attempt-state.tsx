import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks: Record<AttemptView['status'], { tone: Tone; icon?: IconName }> = {
  created: { tone: 'neutral' },
  unknown: { tone: 'attention', icon: 'question' },
  requires_action: { tone: 'info', icon: 'clock' },
  processing: { tone: 'info', icon: 'refresh' },
  authorized: { tone: 'info', icon: 'refresh' },
  failed: { tone: 'danger' },
  expired: { tone: 'neutral', icon: 'clock' },
  canceled: { tone: 'neutral', icon: 'close' },
  succeeded: { tone: 'good' },
  refunded: { tone: 'neutral', icon: 'back' },
};

export function AttemptState({ status }: { status: AttemptView['status'] }) {
  const { statuses } = useText();
  return <StatusChip {...looks[status]}>{statuses[status]}</StatusChip>;
}
