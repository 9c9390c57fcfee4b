import type { AutomaticChargeItem } from '../../../../server/modules/payments/automatic-contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useAutomaticText } from '../text/automatic.ts';

const looks: Record<AutomaticChargeItem['state'], { tone: Tone; icon?: IconName }> = {
  planned: { tone: 'info', icon: 'clock' },
  underway: { tone: 'info', icon: 'refresh' },
  stopped: { tone: 'attention' },
  over: { tone: 'good' },
};

export function ChargeState({ state }: Pick<AutomaticChargeItem, 'state'>) {
  const { states } = useAutomaticText();
  return <StatusChip {...looks[state]}>{states[state]}</StatusChip>;
}
