import type { InvoiceCharge } from '../../../../server/modules/payments/automatic-contract.ts';
import { Timeline } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { useText } from '../text/index.ts';

type Try = InvoiceCharge['tries'][number] & { code?: string | null };

const tones: Partial<Record<Try['status'], Tone>> = {
  failed: 'danger',
  succeeded: 'good',
  unknown: 'attention',
};

/** What was charged without asking, newest first. */
export function Tries({ tries }: { tries: readonly Try[] }) {
  const { statuses } = useText();
  const { mine } = useAutomaticText();
  return (
    <Timeline
      items={tries.map(({ id, startedAt, paidWith, status, class: declined, code }) => ({
        id,
        words: paidWith,
        at: startedAt,
        icon: status === 'succeeded' ? 'done' : status === 'failed' ? 'close' : 'clock',
        tone: tones[status] ?? 'neutral',
        detail: [declined ? mine.declined[declined] : statuses[status], code].filter(Boolean).join(' · '),
      }))}
    />
  );
}
