import type { Contests } from '../../../../server/modules/billing/contest-contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';

export const contestLooks: Record<Contests['items'][number]['state'], { tone: Tone; icon?: IconName }> = {
  open: { tone: 'attention', icon: 'question' },
  upheld: { tone: 'good' },
  rejected: { tone: 'neutral', icon: 'close' },
  withdrawn: { tone: 'neutral', icon: 'back' },
};
