import type { StaffTask } from '../../../../server/modules/provisioning/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks: Record<StaffTask['state'], { tone: Tone; icon?: IconName }> = {
  open: { tone: 'attention', icon: 'clock' },
  taken: { tone: 'info', icon: 'person' },
  done: { tone: 'good' },
  failed: { tone: 'danger' },
  dropped: { tone: 'neutral', icon: 'close' },
};

export function TaskState({ state }: Pick<StaffTask, 'state'>) {
  const { tasks: words } = useText();
  return <StatusChip {...looks[state]}>{words.states[state]}</StatusChip>;
}
