import type { CampaignItem } from '../../../../server/modules/pricing/contract.ts';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const tones: Record<CampaignItem['state'], Tone> = {
  draft: 'neutral',
  sending: 'info',
  paused: 'attention',
  announced: 'good',
  withdrawn: 'neutral',
};

export function CampaignState({ state }: Pick<CampaignItem, 'state'>) {
  const { states } = useText();
  return <StatusChip tone={tones[state]}>{states[state]}</StatusChip>;
}

/** How many services a campaign is about, and how many of their clients have been told. */
export function countMoves({ waiting, ...moves }: CampaignItem['moves']): { all: number; done: number } {
  const done = Object.values(moves).reduce((sum, count) => sum + count, 0);
  return { all: done + waiting, done };
}
