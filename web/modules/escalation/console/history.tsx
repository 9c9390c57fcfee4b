import type { Escalation } from '../../../../server/modules/escalation/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import type { IconName } from '../../../ui/icon.tsx';
import type { Tone } from '../../../ui/status-chip.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { useText } from '../text/index.ts';
import { EscalationState } from './escalation-state.tsx';

type Step = Escalation['steps'][number];

const looks: Record<Step['what'], { icon: IconName; tone: Tone }> = {
  fired: { icon: 'up', tone: 'attention' },
  told: { icon: 'bell', tone: 'neutral' },
  raised: { icon: 'up', tone: 'attention' },
  repeated: { icon: 'refresh', tone: 'attention' },
  exhausted: { icon: 'danger', tone: 'danger' },
  acknowledged: { icon: 'check', tone: 'info' },
  cleared: { icon: 'done', tone: 'good' },
};

/** All that became of a ticket by escalation, the latest first. */
export function History({ items }: { items: readonly Escalation[] }) {
  const { card: words, ended } = useText();
  const format = useFormat();
  const wordsOf = ({ what, level, people }: Step, one: Escalation): string => {
    if (what === 'told') return words.step.told(format.list(people));
    if (what === 'fired' || what === 'raised') return words.step[what](level);
    return what === 'cleared' && one.ended ? ended[one.ended] : words.step[what];
  };
  return (
    <div className="flex flex-col gap-6">
      {items.map((one) => (
        <section key={one.id}>
          <h3 className="mb-3 flex flex-wrap items-center gap-2 text-body font-bold">
            {one.rule ?? words.by(one.raisedBy ?? '')}
            <EscalationState of={one} />
          </h3>
          <Timeline
            items={one.steps
              .map((step, index) => ({
                id: String(index),
                words: wordsOf(step, one),
                at: step.at,
                by: step.by,
                detail: step.note,
                ...looks[step.what],
              }))
              .toReversed()}
          />
        </section>
      ))}
    </div>
  );
}
