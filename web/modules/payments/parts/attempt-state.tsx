import type { AttemptView } from '../../../../server/modules/payments/contract.ts';
import { shellName } from '../../../kernel/session/can.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

type Status = AttemptView['status'];

const looks: Record<Status, { tone: Tone; icon?: IconName }> = {
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

/** The words for each status; whose turn it is depends on who reads. */
export function useStatuses(): Record<Status, string> {
  const { statuses, desk } = useText();
  return shellName() === 'console' ? { ...statuses, requires_action: desk.waitsForPayer } : statuses;
}

export function AttemptState({ status }: { status: Status }) {
  return <StatusChip {...looks[status]}>{useStatuses()[status]}</StatusChip>;
}
