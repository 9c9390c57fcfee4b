import type { PromisedClock } from '../../../../../server/modules/support/sla-contract.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { StatusChip, type Tone } from '../../../../ui/status-chip.tsx';
import { useListText } from '../../text/list.ts';

export type Standing = 'due' | 'soon' | 'late' | 'paused' | 'kept' | 'broken' | 'void';
type Clock = Pick<PromisedClock, 'state' | 'dueAt' | 'breachedAt'>;

/** Milliseconds before a running clock is due in which it is called soon. */
const soon = 3_600_000;

const tones: Record<Standing, Tone> = {
  due: 'info',
  soon: 'attention',
  late: 'danger',
  paused: 'neutral',
  kept: 'good',
  broken: 'danger',
  void: 'neutral',
};

export function standingOf({ state, dueAt, breachedAt }: Clock, now: Date): Standing {
  if (state === 'met') return breachedAt ? 'broken' : 'kept';
  if (state === 'paused') return breachedAt ? 'late' : 'paused';
  if (state !== 'running') return 'void';
  const left = dueAt === null ? Infinity : new Date(dueAt).getTime() - now.getTime();
  return breachedAt || left < 0 ? 'late' : left < soon ? 'soon' : 'due';
}

/** How a promise stands: a color and its word. */
export function ClockState({ of }: { of: Clock }) {
  const { states } = useListText().levels;
  const standing = standingOf(of, new Date());
  return <StatusChip tone={tones[standing]}>{states[standing]}</StatusChip>;
}

/** By when something is due, and how that stands where it is not as it should be. */
export function DueTime({ dueAt }: { dueAt: string }) {
  const format = useFormat();
  const of = { state: 'running', dueAt, breachedAt: null } as const;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 as-table:justify-end">
      <time dateTime={dueAt} title={format.full(dueAt)} className="whitespace-nowrap">
        {format.dateTime(dueAt)}
      </time>
      {standingOf(of, new Date()) !== 'due' && <ClockState of={of} />}
    </span>
  );
}
