import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { defineEvent } from '../events/define.ts';
import { deliveryJob, reactionJob } from '../events/outbox.ts';
import { react } from '../events/react.ts';
import type { Called } from '../events/react.ts';
import type { Reaction } from '../events/reactions.ts';
import { assert } from '../values/errors.ts';
import type { Id } from '../values/ids.ts';
import type { Job, Sweep } from './define.ts';
import type { QueuedJob } from './queue.ts';

export const jobGivenUp = defineEvent('kernel.job-given-up', {
  audience: 'staff',
  data: z.object({ job: z.string(), error: z.string() }),
});

export const sweepJob = 'kernel.sweep';

/** Everything that can be run by name. `deliver` hands messages to whoever delivers them: all of them, or it throws and none. */
export interface Repertoire {
  jobs: ReadonlyMap<string, Job<any>>;
  reactions: ReadonlyMap<string, Reaction<any>>;
  sweeps: readonly Sweep[];
  deliver: (ctx: Ctx, messageIds: readonly Id<'message'>[]) => Promise<void>;
}

/**
 * Runs jobs that were fetched together, and returns each one's error, or null. Reactions share a transaction, and so do messages:
 * beginning and committing cost more than most of them. If one fails, all are undone and each runs by itself.
 */
export async function runJobs(
  ctx: Ctx,
  repertoire: Repertoire,
  jobs: readonly QueuedJob[],
): Promise<(Error | null)[]> {
  const errors = new Map<QueuedJob, Error | null>();
  for (const kind of [reactionJob, deliveryJob]) {
    const alike = jobs.filter(({ name }) => name === kind);
    if (alike.length < 2) continue;
    const error = await errorOf(runAlike(ctx, repertoire, kind, alike));
    if (!error) for (const job of alike) errors.set(job, null);
  }
  for (const job of jobs) if (!errors.has(job)) errors.set(job, await errorOf(runJob(ctx, repertoire, job)));
  return jobs.map((job) => errors.get(job)!);
}

function errorOf(run: Promise<void>): Promise<Error | null> {
  return run.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
  );
}

async function runAlike(
  ctx: Ctx,
  { reactions, deliver }: Repertoire,
  kind: string,
  jobs: readonly QueuedJob[],
): Promise<void> {
  if (kind === deliveryJob) {
    return deliver(
      ctx,
      jobs.map(({ input }) => (input as { id: Id<'message'> }).id),
    );
  }
  return react(
    ctx,
    jobs.map(({ input }): Called => {
      const { reaction, eventId } = input as { reaction: string; eventId: Id<'event'> };
      const found = reactions.get(reaction);
      assert(found, `reaction ${reaction} is registered`);
      return { reaction: found, eventId };
    }),
  );
}

/** Runs one queued job once. Throws when it failed, so that the queue repeats it. */
export async function runJob(ctx: Ctx, repertoire: Repertoire, queued: QueuedJob): Promise<void> {
  const { name, input } = queued;
  if (name === reactionJob || name === deliveryJob) return runAlike(ctx, repertoire, name, [queued]);
  if (name === sweepJob) {
    const sweep = repertoire.sweeps.find((one) => one.name === (input as { sweep: string }).sweep);
    return sweep?.run(ctx);
  }
  const job = repertoire.jobs.get(name);
  assert(job, `job ${name} is registered`);
  await job.run(ctx, job.input.parse(input));
}

/** Leaves a fact that staff see when a job's last try has failed. */
export async function giveUp(ctx: Ctx, job: QueuedJob, error: Error): Promise<void> {
  await ctx.transact(async (tx) => {
    tx.emit(jobGivenUp, {
      organizationId: null,
      subject: { kind: 'job', id: job.name },
      data: { job: job.name, error: error.message.slice(0, 500) },
    });
  });
}
