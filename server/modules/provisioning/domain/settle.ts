import { assert } from '../../../kernel/values/errors.ts';
import type { Failed, Outcome, Pending, Sighting } from '../provisioner.ts';
import { backoff, later } from './backoff.ts';
import type { Step } from './reconcile.ts';
import { isOpen, type Answer, type LastOperation, type Service } from './service.ts';
import { afterwards, during, type ObservedState } from './states.ts';

const pace = { firstSeconds: 15, mostSeconds: 3600 };
/** For vendors that say `Retry-After: next year`. */
const longestRetryAfter = 86_400;

/** The service with the operation `step` asks for recorded as sent: written before the call, so that a crash leaves its trace. */
export function begin(
  service: Service,
  step: Extract<Step, { do: 'start' | 'clean_up' }>,
  newKey: string,
  now: Date,
): Service {
  const { desired, observed, last } = service;
  const cleaning = step.do === 'clean_up';
  const kind = cleaning ? 'deprovision' : step.kind;
  assert(!step.again || last?.kind === kind, 'what is sent again is the last operation');
  const operation: LastOperation = step.again
    ? { ...last!, attempts: last!.attempts + 1, sentAt: now, answer: null }
    : {
        key: newKey,
        kind,
        revision: cleaning ? last!.revision : desired.revision,
        attempts: 1 + (kind === 'provision' ? (last?.cleansUp ?? 0) : 0),
        from: cleaning ? 'unknown' : observed.state,
        cleansUp: cleaning ? last!.attempts : null,
        sentAt: now,
        answer: null,
      };
  return { ...service, observed: { ...observed, state: during[kind] }, last: operation };
}

/** The service after the vendor, or a person on its behalf, answered about the last operation. */
export function settle(service: Service, outcome: Outcome, now: Date): Service {
  const { observed, last } = service;
  assert(last, 'an answer belongs to an operation');
  const answered = (state: ObservedState, answer: Answer, revision = observed.revision): Service => ({
    ...service,
    observed: { state, revision },
    last: { ...last, answer },
  });

  switch (outcome.state) {
    case 'done': {
      const rest = last.cleansUp === null ? 0 : backoff(last.cleansUp, last.key, pace);
      const nextAt = later(now, rest);
      return answered(afterwards[last.kind], { state: 'done', nextAt }, confirmed(service, last));
    }
    case 'needs_staff':
      return answered(during[last.kind], { state: 'needs_staff', nextAt: now });
    case 'accepted':
      return answered(during[last.kind], { state: 'accepted', ...pending(outcome, now) });
    case 'unknown': {
      const nextAt = retryAt(last, now);
      const more = outcome.pending
        ? pending(outcome.pending, now)
        : { token: null, nextAt, deadline: nextAt };
      return answered('unknown', { state: 'unknown', ...more });
    }
    case 'failed': {
      const failure = classOf(outcome, last);
      const broke = outcome.usable === false && last.kind !== 'provision';
      const state = failure === 'orphan' ? 'unknown' : broke ? 'failed' : last.from;
      const nextAt = retryAt(last, now, outcome.retryAfterSeconds);
      return answered(state, { state: 'failed', class: failure, code: outcome.code, nextAt });
    }
  }
}

/** Only a provision leaves an orphan: anything else would be cleaned up together with the customer's data. */
function classOf({ class: failure }: Failed, last: LastOperation): Failed['class'] {
  return failure === 'orphan' && last.kind !== 'provision' ? 'permanent' : failure;
}

function confirmed(service: Service, last: LastOperation): number {
  if (last.kind === 'deprovision') return 0;
  return last.kind === 'provision' || last.kind === 'update' ? last.revision : service.observed.revision;
}

function pending({ token, pollAfterSeconds, deadline }: Pending, now: Date) {
  const nextAt = later(now, pollAfterSeconds);
  return { token, deadline, nextAt: nextAt < deadline ? nextAt : deadline };
}

function retryAt(last: LastOperation, now: Date, retryAfterSeconds = 0): Date {
  const delay = Math.max(
    backoff(last.attempts, last.key, pace),
    Math.min(retryAfterSeconds, longestRetryAfter),
  );
  return later(now, delay);
}

/**
 * The service after staff said "try again": the count starts anew and nothing is waited for. An operation that surely did nothing is
 * forgotten, so that its successor gets a new key; one that may have done something, or broke the service, keeps its own.
 */
export function tryAgain(service: Service, now: Date): Service {
  const { observed, last } = service;
  if (!last) return service;
  const surelyNothing = last.answer?.state === 'failed' && !isOpen(last) && observed.state !== 'failed';
  if (surelyNothing) return { ...service, last: null };
  const byStaff = last.answer?.state === 'needs_staff';
  return {
    ...service,
    observed: byStaff ? { ...observed, state: last.from } : observed,
    last: {
      ...last,
      attempts: 0,
      cleansUp: last.cleansUp === null ? null : 0,
      answer: last.answer && rushed(last.answer, now),
    },
  };
}

function rushed(answer: Answer, now: Date): Answer {
  const mayRepeat =
    answer.state === 'needs_staff' || (answer.state === 'failed' && answer.class === 'permanent');
  return mayRepeat
    ? { state: 'failed', class: 'retry', code: 'tried_again', nextAt: now }
    : { ...answer, nextAt: now };
}

/**
 * The service after a look at the vendor. While an operation is open a look says nothing new. What ran and is gone becomes `failed`,
 * not `absent`: its data is gone too, so it is not provisioned anew by itself. What failed stays so until a person says otherwise.
 * What has changed by itself is no longer what the last operation was about: that is forgotten.
 */
export function see(service: Service, sighting: Sighting, confirmedPlan: string): Service {
  const { observed, last } = service;
  if ((last && isOpen(last)) || sighting.existence === 'unknown') return service;
  const state = seen(observed.state, sighting, confirmedPlan);
  return state === observed.state ? service : { ...service, observed: { ...observed, state }, last: null };
}

function seen(
  believed: ObservedState,
  { existence, suspended, plan }: Sighting,
  confirmedPlan: string,
): ObservedState {
  if (existence === 'absent') return believed === 'absent' ? 'absent' : 'failed';
  if (believed === 'failed') return 'failed';
  if (believed === 'absent') return 'drifted';
  if (suspended ?? believed === 'suspended') return 'suspended';
  if (plan === undefined) return believed === 'drifted' ? 'drifted' : 'running';
  return plan === confirmedPlan ? 'running' : 'drifted';
}
