import type { EscalationItem } from '../../../../server/modules/escalation/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

/** How an escalation stands; what nobody answered stays open, and says so. */
export function EscalationState({ of }: { of: Pick<EscalationItem, 'state' | 'exhaustedAt'> }) {
  const { states } = useText();
  if (of.state === 'fired' && of.exhaustedAt)
    return <StatusChip tone="danger">{states.exhausted}</StatusChip>;
  const tone = { fired: 'attention', acknowledged: 'info', cleared: 'neutral' } as const;
  return (
    <StatusChip tone={tone[of.state]} {...(of.state === 'cleared' && { icon: 'check' as const })}>
      {states[of.state]}
    </StatusChip>
  );
}
