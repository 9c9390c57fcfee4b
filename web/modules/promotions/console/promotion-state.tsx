import type { PromotionItem } from '../../../../server/modules/promotions/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks: Record<PromotionItem['state'], { tone: Tone; icon?: IconName }> = {
  running: { tone: 'good' },
  planned: { tone: 'info', icon: 'calendar' },
  over: { tone: 'neutral' },
  used_up: { tone: 'neutral', icon: 'check' },
  stopped: { tone: 'neutral', icon: 'close' },
};

export function PromotionState({ state }: Pick<PromotionItem, 'state'>) {
  const { states } = useText();
  return <StatusChip {...looks[state]}>{states[state]}</StatusChip>;
}
