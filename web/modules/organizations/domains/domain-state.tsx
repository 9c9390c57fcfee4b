import type { MailDomain } from '../../../../server/modules/organizations/contract.ts';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const tones: Record<MailDomain['state'], Tone> = {
  pending: 'neutral',
  verified: 'good',
  missing: 'attention',
  off: 'danger',
};

export function DomainState({ state }: { state: MailDomain['state'] }) {
  const { domains: words } = useText();
  return <StatusChip tone={tones[state]}>{words.states[state]}</StatusChip>;
}
