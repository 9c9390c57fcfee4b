import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import type { Stated } from '../shared/ticket-state.tsx';
import { useText } from '../text/desk.ts';

const done = { tone: 'neutral', icon: 'check' } as const;
/** What waits for staff stands out. */
const looks: Record<TicketItem['status'], { tone: Tone; icon: IconName }> = {
  new: { tone: 'attention', icon: 'star' },
  open: { tone: 'info', icon: 'support' },
  waiting_customer: { tone: 'neutral', icon: 'clock' },
  waiting_third_party: { tone: 'neutral', icon: 'clock' },
  on_hold: { tone: 'neutral', icon: 'pause' },
  resolved: { tone: 'good', icon: 'done' },
  closed: done,
  merged: done,
  spam: { tone: 'neutral', icon: 'close' },
};

/** How a ticket stands, to staff. */
export function DeskState({ of: { status, statusNames } }: { of: Stated }) {
  const { deskStates } = useText();
  const format = useFormat();
  return (
    <StatusChip {...looks[status]}>{statusNames ? format.words(statusNames) : deskStates[status]}</StatusChip>
  );
}
