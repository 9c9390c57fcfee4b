import type { ProvisionedInstance } from '../../../../server/modules/provisioning/contract.ts';
import { Card } from '../../../ui/card.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';
import { type Happening, Timeline } from '../../../ui/timeline.tsx';
import { useText } from '../text/index.ts';

type Operation = ProvisionedInstance['operations'][number];

const looks: Record<NonNullable<Operation['outcome']>, { icon: IconName; tone: Tone }> = {
  done: { icon: 'done', tone: 'good' },
  accepted: { icon: 'clock', tone: 'info' },
  needs_staff: { icon: 'person', tone: 'attention' },
  failed: { icon: 'danger', tone: 'danger' },
  unknown: { icon: 'question', tone: 'attention' },
};

/** What was asked of the vendor and what came of it, newest first. */
export function OperationLog({ operations }: { operations: readonly Operation[] }) {
  const { instance: words, kinds } = useText();
  if (operations.length === 0) return null;
  const items = operations.map((operation): Happening => {
    const { kind, attempt, cleanUp, outcome, polls, code, message } = operation;
    const asked = cleanUp ? words.cleanUp : kinds[kind];
    const came = outcome ? words.outcomes[outcome] : words.waiting;
    return {
      id: operation.id,
      words: `${asked}: ${came}`,
      at: operation.startedAt,
      ...(outcome ? looks[outcome] : { icon: 'clock' as const, tone: 'info' as const }),
      detail: [
        attempt > 1 && words.attempt(attempt),
        polls > 0 && words.polls(polls),
        [code, message].filter(Boolean).join(': '),
      ]
        .filter(Boolean)
        .join(' · '),
    };
  });
  return (
    <Card title={words.log}>
      <Timeline items={items} />
    </Card>
  );
}
