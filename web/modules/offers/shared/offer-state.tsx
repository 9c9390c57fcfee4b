import type { OfferItem } from '../../../../server/modules/offers/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const looks: Record<OfferItem['state'], { tone: Tone; icon?: IconName }> = {
  draft: { tone: 'neutral', icon: 'edit' },
  sent: { tone: 'attention', icon: 'send' },
  accepted: { tone: 'good' },
  declined: { tone: 'neutral', icon: 'close' },
  expired: { tone: 'neutral' },
  withdrawn: { tone: 'neutral', icon: 'close' },
  replaced: { tone: 'neutral', icon: 'history' },
};

export function OfferState({ state }: Pick<OfferItem, 'state'>) {
  const { states } = useText();
  return <StatusChip {...looks[state]}>{states[state]}</StatusChip>;
}
