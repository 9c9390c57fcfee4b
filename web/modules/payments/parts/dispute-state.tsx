import type { StaffDispute } from '../../../../server/modules/payments/dispute-contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useDisputeText } from '../text/desk-dispute.ts';

export const disputeLooks: Record<StaffDispute['state'], { tone: Tone; icon?: IconName }> = {
  inquiry: { tone: 'attention', icon: 'question' },
  warning_closed: { tone: 'neutral', icon: 'done' },
  needs_response: { tone: 'danger', icon: 'clock' },
  under_review: { tone: 'info', icon: 'bank' },
  accepted: { tone: 'neutral', icon: 'check' },
  won: { tone: 'good' },
  lost: { tone: 'danger', icon: 'close' },
};

export function DisputeState({ state }: { state: StaffDispute['state'] }) {
  const { states } = useDisputeText();
  return <StatusChip {...disputeLooks[state]}>{states[state]}</StatusChip>;
}
