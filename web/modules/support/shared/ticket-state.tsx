import type { TicketItem } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { StatusChip, type Tone } from '../../../ui/status-chip.tsx';
import { useText } from '../text/index.ts';

export type Stated = Pick<TicketItem, 'status' | 'statusNames'>;

const closed = { tone: 'neutral', icon: 'check' } as const;
/** What waits for the client stands out. */
const looks: Record<TicketItem['status'], { tone: Tone; icon: IconName }> = {
  new: { tone: 'info', icon: 'mail' },
  open: { tone: 'info', icon: 'support' },
  waiting_customer: { tone: 'attention', icon: 'attention' },
  waiting_third_party: { tone: 'neutral', icon: 'clock' },
  on_hold: { tone: 'neutral', icon: 'pause' },
  resolved: { tone: 'good', icon: 'done' },
  closed,
  merged: closed,
  spam: closed,
};

/** How a ticket stands, in the business's own words where it has some. */
export function TicketState({ of: { status, statusNames } }: { of: Stated }) {
  const { states } = useText();
  const format = useFormat();
  return (
    <StatusChip {...looks[status]}>{statusNames ? format.words(statusNames) : states[status]}</StatusChip>
  );
}
