import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

type State = TicketItem['status'];

/** To a client, what waits for them stands out; to staff, what waits for staff. */
const looks: Record<'client' | 'desk', Record<State, { tone: Tone; icon: IconName }>> = {
  client: {
    new: { tone: 'info', icon: 'mail' },
    open: { tone: 'info', icon: 'support' },
    waiting_customer: { tone: 'attention', icon: 'attention' },
    on_hold: { tone: 'neutral', icon: 'pause' },
    resolved: { tone: 'good', icon: 'done' },
    closed: { tone: 'neutral', icon: 'check' },
  },
  desk: {
    new: { tone: 'attention', icon: 'star' },
    open: { tone: 'info', icon: 'support' },
    waiting_customer: { tone: 'neutral', icon: 'clock' },
    on_hold: { tone: 'neutral', icon: 'pause' },
    resolved: { tone: 'good', icon: 'done' },
    closed: { tone: 'neutral', icon: 'check' },
  },
};

export function TicketState({ status, desk }: { status: State; desk?: boolean }) {
  const { states, deskStates } = useText();
  return (
    <StatusChip {...looks[desk ? 'desk' : 'client'][status]}>
      {(desk ? deskStates : states)[status]}
    </StatusChip>
  );
}
