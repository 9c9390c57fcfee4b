import type { z } from 'zod';
import type { Ctx } from '../context.ts';

/**
 * Work done outside the request. The handler gets a `ctx`: it may talk to the world and opens its own transactions. It can run
 * more than once (a killed worker's job comes back), so it locks and looks again before it acts.
 */
export interface Job<Input = unknown> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  /** How often a failing run is repeated; between runs the wait doubles from `firstWait` seconds up to an hour. */
  readonly retries: number;
  readonly firstWait: number;
  readonly run: (ctx: Ctx, input: Input) => Promise<void>;
}

export function defineJob<Input>(options: {
  name: `${string}.${string}`;
  input: z.ZodType<Input>;
  retries?: number;
  firstWait?: number;
  run: (ctx: Ctx, input: Input) => Promise<void>;
}): Job<Input> {
  return { retries: 8, firstWait: 5, ...options };
}

/** A scheduled search. It only finds what is due and enqueues a job for each; `cron` is in UTC. */
export interface Sweep {
  readonly name: string;
  readonly cron: string;
  readonly run: (ctx: Ctx) => Promise<void>;
}

export function defineSweep(sweep: Sweep): Sweep {
  return sweep;
}
