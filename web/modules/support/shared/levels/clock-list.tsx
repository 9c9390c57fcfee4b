import type { PromisedClock } from '../../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { useListText } from '../../text/list.ts';
import { ClockState } from './clock-state.tsx';

type Clock = Omit<PromisedClock, 'titles'> & { name: string };

/** What was promised for a ticket, goal by goal, with when it is due and how it stands. */
export function ClockList({ clocks }: { clocks: readonly Clock[] }) {
  const words = useListText().levels;
  const format = useFormat();
  return (
    <ul className="divide-y divide-line text-body">
      {clocks.map((clock) => (
        <li
          key={`${clock.goal} ${clock.name} ${clock.startedAt}`}
          className="flex items-start justify-between gap-3 py-2.5 first:pt-0 last:pb-0"
        >
          <span className="min-w-0">
            <span className="block font-medium">{words.goals[clock.goal]}</span>
            <span className="block text-13 text-muted [overflow-wrap:anywhere]">
              {[
                clock.name,
                clock.dueAt && clock.state === 'running' && words.by(format.dateTime(clock.dueAt)),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
          <ClockState of={clock} />
        </li>
      ))}
    </ul>
  );
}
