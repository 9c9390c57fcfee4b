import { isSettled } from '../ticket-states.ts';
import type { TicketState } from '../ticket-states.ts';
import type { Line } from './line.ts';
import { spent, whenSpent } from './line.ts';

/** The first answer, each further one, and the end of the matter. */
export const goals = ['first', 'next', 'resolution'] as const;
export type Goal = (typeof goals)[number];

/**
 * `void`: what was promised is not owed as things stand (spam, closed by the client without an answer); it may come back. `dropped`: the
 * policy does not hold for the ticket any more.
 */
export type ClockState = 'running' | 'paused' | 'met' | 'void' | 'dropped';

/** Waiting for somebody else stops the clock of the resolution where the policy says so. Nothing stops those of answers: a word can always be given. */
export const pausing = [
  'waiting_customer',
  'waiting_third_party',
  'on_hold',
] as const satisfies readonly TicketState[];

/** What happened to a ticket, as far as its clocks care; instants in milliseconds since 1970. */
export type Happening =
  | { at: number; what: 'opened'; status: TicketState }
  | { at: number; what: 'asked' | 'answered'; status: TicketState }
  /** `waitsAgain`: an undoing put back that the client waits, since then. */
  | { at: number; what: 'turned'; status: TicketState; waitsAgain?: number };

export interface Clock {
  goal: Goal;
  startedAt: number;
  /** Business time it may take, in milliseconds. */
  target: number;
  state: ClockState;
  /** Business time that it stood still, in milliseconds. */
  paused: number;
  /** Since when it stands still. */
  stoppedAt: number | null;
  /** Null beyond the end of what is known of the calendar. */
  dueAt: number | null;
  /** When it was over, once that has been so; stays. */
  breachedAt: number | null;
}

export interface Promise {
  /** Minutes of business time for each goal; null: nothing is promised. */
  minutes: Readonly<Record<Goal, number | null>>;
  /** In which states the clock of the resolution stands still. */
  pauses: readonly TicketState[];
  line: Line;
}

interface Situation {
  status: TicketState;
  waitingSince: number | null;
  answered: boolean;
}

/** The clocks of a ticket as they stand after all that happened, in order of their start. */
export function clocksOf(log: readonly Happening[], promise: Promise): Clock[] {
  const clocks: Clock[] = [];
  let now: Situation = { status: 'new', waitingSince: null, answered: false };
  for (const happening of log) {
    now = after(now, happening);
    for (const clock of clocks) {
      const state =
        clock.goal === 'next' && clock.state !== 'running' && clock.startedAt !== waitsAgainOf(happening)
          ? clock.state
          : wanted(clock, now, happening, promise);
      turn(clock, state, happening.at, promise.line);
    }
    if (happening.what === 'opened') start(clocks, 'resolution', happening.at, promise);
    if (now.waitingSince === happening.at)
      start(clocks, now.answered ? 'next' : 'first', happening.at, promise);
    const resolution = clocks.find(({ goal }) => goal === 'resolution');
    if (happening.what === 'opened' && resolution)
      turn(resolution, wanted(resolution, now, happening, promise), happening.at, promise.line);
  }
  return clocks;
}

const waitsAgainOf = (happening: Happening): number | undefined =>
  happening.what === 'turned' ? happening.waitsAgain : undefined;

function after(before: Situation, happening: Happening): Situation {
  const { at, what, status } = happening;
  const settled = isSettled(status);
  const again = waitsAgainOf(happening);
  if (again !== undefined) return { ...before, status, waitingSince: again };
  if (what === 'answered') return { status, waitingSince: null, answered: true };
  const waits = what === 'asked' || (what === 'opened' && status !== 'waiting_customer');
  const since = before.waitingSince ?? (waits ? at : null);
  return { status, waitingSince: settled ? null : since, answered: before.answered };
}

function wanted(
  { goal, startedAt }: Clock,
  now: Situation,
  { what }: Happening,
  promise: Promise,
): ClockState {
  if (goal === 'resolution') {
    if (now.status === 'spam' || now.status === 'merged') return 'void';
    if (isSettled(now.status)) return 'met';
    return promise.pauses.includes(now.status) ? 'paused' : 'running';
  }
  if (goal === 'first') return now.answered ? 'met' : now.waitingSince === null ? 'void' : 'running';
  if (now.waitingSince === startedAt) return 'running';
  return what === 'answered' ? 'met' : 'void';
}

function start(clocks: Clock[], goal: Goal, at: number, { minutes, line }: Promise): void {
  const target = minutes[goal];
  const there = goal === 'first' && clocks.some((clock) => clock.goal === 'first');
  if (target === null || there) return;
  const clock: Clock = {
    goal,
    startedAt: at,
    target: target * 60_000,
    state: 'running',
    paused: 0,
    stoppedAt: null,
    dueAt: null,
    breachedAt: null,
  };
  clock.dueAt = due(clock, line);
  clocks.push(clock);
}

/** Lets a clock go on, or stand still, at an instant. Standing still for some business time moves what is due by exactly that. */
export function turn(clock: Clock, state: ClockState, at: number, line: Line): void {
  if (clock.state === state) return;
  if (clock.state === 'running') {
    if (clock.dueAt !== null && clock.dueAt < at) clock.breachedAt ??= clock.dueAt;
    clock.stoppedAt = at;
  }
  if (state === 'running') {
    clock.paused += spent(line, at) - spent(line, clock.stoppedAt!);
    clock.stoppedAt = null;
    clock.dueAt = due(clock, line);
  }
  clock.state = state;
}

function due({ startedAt, target, paused }: Clock, line: Line): number | null {
  return whenSpent(line, spent(line, startedAt) + target + paused);
}
