import type { MailRow } from '../../../../server/modules/notifications/contract.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

const tones = { waiting: 'info', sent: 'good', failed: 'danger', bounced: 'danger' } as const;

export function MailState({ state }: { state: MailRow['state'] }) {
  const { outbox } = useText();
  return (
    <StatusChip tone={tones[state]} icon={state === 'waiting' ? 'clock' : undefined}>
      {outbox.states[state]}
    </StatusChip>
  );
}
