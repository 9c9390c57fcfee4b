import { longestCallSeconds, type Abilities } from '../provisioner.ts';
import { later } from './backoff.ts';
import { isOpen, type LastOperation, type Service } from './service.ts';
import type { DesiredState, ObservedState, OperationKind } from './states.ts';

/**
 * What to do next about a service. `again`: send the last request once more under its key; otherwise it is a new operation.
 * `clean_up`: deprovision what a provision may have left; once that is done the next decision provisions anew. `staff`: nothing more
 * happens by itself; `why` is a stable word.
 */
export type Step =
  | { do: 'nothing' }
  | { do: 'wait'; until: Date }
  | { do: 'poll' }
  | { do: 'start'; kind: OperationKind; again: boolean }
  | { do: 'clean_up'; again: boolean }
  | { do: 'staff'; why: string };

/** Sendings of one operation, or provisions of one service, before a person is asked: about three hours. */
export const mostAttempts = 12;

const nothing: Step = { do: 'nothing' };
const ask = (why: string): Step => ({ do: 'staff', why });

type Want = OperationKind | 'nothing' | 'staff';

const underWay = {
  provisioning: 'staff',
  updating: 'staff',
  suspending: 'staff',
  resuming: 'staff',
  deprovisioning: 'staff',
} as const;

/** What leads from each observed state to each desired one when no operation is open. What ran and is gone or broken is for people. */
const towards: Readonly<Record<DesiredState, Readonly<Record<ObservedState, Want>>>> = {
  running: {
    absent: 'provision',
    running: 'nothing',
    suspended: 'resume',
    drifted: 'update',
    failed: 'staff',
    unknown: 'staff',
    ...underWay,
  },
  suspended: {
    absent: 'nothing',
    running: 'suspend',
    suspended: 'nothing',
    drifted: 'suspend',
    failed: 'staff',
    unknown: 'staff',
    ...underWay,
  },
  absent: {
    absent: 'nothing',
    running: 'deprovision',
    suspended: 'deprovision',
    drifted: 'deprovision',
    failed: 'deprovision',
    unknown: 'deprovision',
    ...underWay,
  },
};

/**
 * The next step from what is observed to what is desired. One operation at a time: what was begun is brought to an end first, even
 * when no longer wanted. A provision without a certain answer is polled or cleaned up, never just sent again.
 */
export function decide(service: Service, can: Abilities, now: Date): Step {
  return finish(service.last, now) ?? pursue(service, can, now);
}

/** What the last operation still needs; null when it is over. */
function finish(last: LastOperation | null, now: Date): Step | null {
  if (!last || !isOpen(last)) return null;
  const { answer } = last;
  if (!answer) return notBefore(later(last.sentAt, longestCallSeconds), now) ?? repeat(last);
  if (answer.state === 'needs_staff') return nothing;
  if (answer.state === 'failed' && answer.class === 'permanent') return ask(answer.code);
  const mayPoll = (answer.state === 'accepted' || answer.state === 'unknown') && answer.token !== null;
  return notBefore(answer.nextAt, now) ?? (mayPoll && now < answer.deadline ? { do: 'poll' } : repeat(last));
}

/** For an operation that may have happened. */
function repeat(last: LastOperation): Step {
  if (last.kind === 'provision') return { do: 'clean_up', again: false };
  if (last.attempts >= mostAttempts) return ask('gave_up');
  return last.cleansUp === null
    ? { do: 'start', kind: last.kind, again: true }
    : { do: 'clean_up', again: true };
}

function pursue(service: Service, can: Abilities, now: Date): Step {
  const { desired, observed, last } = service;
  const kind = wanted(service);
  if (kind === 'nothing') return nothing;
  if (kind === 'staff') return ask(`is_${observed.state}`);
  if (!can[kind]) return ask(`cannot_${kind}`);

  const fresh: Step = { do: 'start', kind, again: false };
  if (!last?.answer) return fresh;
  const { answer } = last;
  const again = answer.state === 'failed' && last.kind === kind && last.revision === desired.revision;
  const anew = answer.state === 'done' && last.cleansUp !== null && kind === 'provision';
  if (!again && !anew) return fresh;

  if (again && answer.class === 'permanent') return ask(answer.code);
  if ((last.cleansUp ?? last.attempts) >= mostAttempts) return ask('gave_up');
  return notBefore(answer.nextAt, now) ?? { do: 'start', kind, again };
}

function wanted({ desired, observed, last }: Service): Want {
  const mayMend =
    last?.answer?.state === 'failed' && last.answer.class === 'retry' && last.kind !== 'deprovision';
  if (observed.state === 'failed' && mayMend && desired.state !== 'absent') return last.kind;
  const want = towards[desired.state][observed.state];
  const outdated = desired.state === 'running' && observed.revision !== desired.revision;
  return want === 'nothing' && outdated ? 'update' : want;
}

function notBefore(instant: Date, now: Date): Step | null {
  return now < instant ? { do: 'wait', until: instant } : null;
}
