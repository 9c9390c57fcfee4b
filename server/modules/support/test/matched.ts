import type { Clock } from '../domain/sla/clock.ts';
import { spent, whenSpent } from '../domain/sla/line.ts';
import type { Line } from '../domain/sla/line.ts';

/**
 * What the database does to clocks when a client's tier changes, said a second time to try it against.
 *
 * Business time of a clock that does not count against another target that comes to hold for it. What ran counts, as long as the new target
 * can still be kept. Where it could not, nobody could have kept it: what is left of the promise so far holds, and at most all of the
 * new one from now. Milliseconds; `left` of a promise that is over is 0.
 */
export function forgiven({ elapsed, left }: { elapsed: number; left: number }, target: number): number {
  if (elapsed < target) return 0;
  return elapsed - target + Math.min(left > 0 ? left : target, target);
}

/** What has run of a clock, and what is left of it: business time. */
export function runOf(clock: Clock, at: number, line: Line): { elapsed: number; left: number } {
  const elapsed = spent(line, clock.stoppedAt ?? at) - spent(line, clock.startedAt) - clock.paused;
  return { elapsed, left: Math.max(clock.target - elapsed, 0) };
}

const due = ({ startedAt, target, paused }: Clock, line: Line) =>
  whenSpent(line, spent(line, startedAt) + target + paused);

/**
 * A clock that is running or paused, once its client is promised another time; null: nothing. A promise that was kept until now is not
 * broken by that, and one that is over stays over.
 */
export function matchAgain(clock: Clock, target: number | null, at: number, line: Line): Clock {
  const breachedAt =
    clock.breachedAt ??
    (clock.state === 'running' && clock.dueAt !== null && clock.dueAt < at ? clock.dueAt : null);
  if (target === null) return { ...clock, state: 'dropped', stoppedAt: clock.stoppedAt ?? at, breachedAt };
  const run = runOf(clock, at, line);
  if (target === clock.target || run.left === 0) return clock;
  const changed = { ...clock, target, paused: clock.paused + forgiven(run, target) };
  return { ...changed, dueAt: due(changed, line) };
}

/** The clock of a policy that begins to hold, in place of another's or beside it: what ran of that ran of this. */
export function takeOver(
  from: { clock: Clock; line: Line },
  { target, line }: { target: number; line: Line },
  at: number,
): Clock {
  const { elapsed: ran, left } = runOf(from.clock, at, from.line);
  const since = spent(line, at) - spent(line, from.clock.startedAt);
  // By its own hours less may have run since.
  const elapsed = Math.min(ran, since);
  const paused = since - elapsed + forgiven({ elapsed, left }, target);
  const clock: Clock = { ...from.clock, target, paused, state: 'running', stoppedAt: null, breachedAt: null };
  return { ...clock, dueAt: due(clock, line) };
}
