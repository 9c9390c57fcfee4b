import { z } from 'zod';
import { later, pollPace } from '../../../modules/provisioning/domain/backoff.ts';
import {
  tidy,
  type Facts,
  type OperationRequest,
  type Outcome,
  type PendingOperation,
} from '../../../modules/provisioning/provisioner.ts';

/**
 * How far an operation has come; all that is remembered of it between polls. The names ending in `-ing` wait for the broker, the
 * others (`bind`, `fetch`, `release`) are requests to be sent with the next poll. `release` removes what a failed binding may have left.
 */
const progress = z.object({
  step: z.enum([
    'provisioning',
    'bind',
    'binding',
    'fetch',
    'release',
    'releasing',
    'updating',
    'unbinding',
    'deprovisioning',
  ]),
  operation: z.string().optional(),
  /** The plan to poll with: during an update the old one. */
  plan: z.string(),
  /** Whether credentials follow. */
  binds: z.boolean(),
  /** How long each step may take. */
  patienceSeconds: z.number(),
  /** What is known already; credentials never are. */
  facts: z.object({
    remoteId: z.string().optional(),
    dashboardUrl: z.string().optional(),
    shown: z.record(z.string(), z.string()).optional(),
  }),
});
export type Progress = z.output<typeof progress>;

export function readProgress(token: string): Progress {
  return progress.parse(JSON.parse(token));
}

export interface Said {
  retryAfterSeconds?: number | undefined;
  progress?: string;
}

/** Begins a step, with all its time before it. */
export function begin(at: Progress, now: Date, said: Said = {}): Outcome {
  return accepted(at, later(now, at.patienceSeconds), said.retryAfterSeconds ?? pollPace(0), said.progress);
}

/** Stays at a step, or goes back to mend an earlier one, in the time that was given: waiting grows, and the end stays in sight. */
export function stay(
  at: Progress,
  { now }: OperationRequest,
  { since, deadline }: PendingOperation,
  said: Said = {},
): Outcome {
  const elapsed = (now.getTime() - since.getTime()) / 1000;
  return accepted(at, deadline, Math.max(said.retryAfterSeconds ?? 0, pollPace(elapsed)), said.progress);
}

function accepted(at: Progress, deadline: Date, pollAfterSeconds: number, words = ''): Outcome {
  const told = words === '' ? {} : { progress: tidy(words) };
  return {
    state: 'accepted',
    ...told,
    token: JSON.stringify(progress.parse(at)),
    pollAfterSeconds,
    deadline,
  };
}

export function done(facts: Facts): Outcome {
  return { state: 'done', facts };
}
