import type { ReceivedMail } from '../../../../server/modules/mailroom/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

/** Why it waits or was not taken; what became of it otherwise. */
export function MailState({ mail: { state, reason, asked } }: { mail: ReceivedMail }) {
  const { mails: words } = useText();
  if (state === 'quarantined') {
    return (
      <span className="flex flex-col items-start gap-0.5">
        <StatusChip tone={reason === 'forged' ? 'danger' : 'attention'}>
          {words.reasons[reason ?? ''] ?? words.states[state]}
        </StatusChip>
        {asked && <span className="text-13 text-muted">{words.asked}</span>}
      </span>
    );
  }
  if (state === 'ticket') return <StatusChip tone="good">{words.states.ticket}</StatusChip>;
  return <StatusChip tone="neutral">{words.reasons[reason ?? ''] ?? words.states[state]}</StatusChip>;
}
