import type { FailureClass } from '../provisioner.ts';
import type { DesiredState, ObservedState, OperationKind } from './states.ts';

/** The technical side of one service: what is wanted, what is believed, and the one operation that may be under way. */
export interface Service {
  /** `revision` counts changes of plan and parameters, from 1. */
  desired: { state: DesiredState; revision: number };
  /** `revision` is the one the vendor last confirmed; 0 before the first. */
  observed: { state: ObservedState; revision: number };
  last: LastOperation | null;
}

export interface LastOperation {
  key: string;
  kind: OperationKind;
  /** What was asked for: a repetition sends this revision again, whatever is wanted by then. */
  revision: number;
  /** Sendings of this operation; for a provision, those before a clean-up count on. */
  attempts: number;
  /** What was observed before it. */
  from: ObservedState;
  /** A deprovision that only removes what a provision may have left: that provision's `attempts`. Otherwise null. */
  cleansUp: number | null;
  /** The latest sending. */
  sentAt: Date;
  /** Null while none has been recorded. */
  answer: Answer | null;
}

/** The part of an `Outcome` decisions are made of. Nothing is done about it before `nextAt`. */
export type Answer = { nextAt: Date } & (
  | { state: 'done' }
  | { state: 'needs_staff' }
  | { state: 'accepted'; token: string; deadline: Date }
  | { state: 'unknown'; token: string | null; deadline: Date }
  | { state: 'failed'; class: FailureClass; code: string }
);

/** Whether an operation still needs something before another may begin. */
export function isOpen({ answer, cleansUp }: LastOperation): boolean {
  if (!answer) return true;
  if (answer.state === 'failed') return answer.class === 'orphan' || cleansUp !== null;
  return answer.state !== 'done';
}
