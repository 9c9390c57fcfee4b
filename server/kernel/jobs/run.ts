import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { defineEvent } from '../events/define.ts';
import { deliveryJob, reactionJob, togetherJob } from '../events/outbox.ts';
import { react } from '../events/react.ts';
import type { Called } from '../events/react.ts';
import type { Reaction } from '../events/reactions.ts';
import { standBack } from '../pace.ts';
import { chunked } from '../values/chunked.ts';
import { assert } from '../values/errors.ts';
import type { Id } from '../values/ids.ts';
import type { Job, Sweep } from './define.ts';
import type { QueuedJob } from '../db/outgoing.ts';

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

/** So many reactions share a transaction at most. */
const alikeAtMost = 100;
/** Where more waits than one batch: so few are done in a moment, and others need not wait for long. */
const alikeBehind = 25;
/** How one that failed among others is repeated from then on. */
const alone = { input: z.unknown(), retries: 12, firstWait: 1 };

/**
 * Runs jobs that were fetched together, and returns each one's error, or null. Reactions share a transaction, and so do messages:
 * beginning and committing cost more than most of them. If one fails, all are undone and each runs by itself. Of those that share a
 * job, each that fails gets a job of its own and `failed` hears of it, and the shared job is done. `many`: others come first.
 */
export async function runJobs(
  ctx: Ctx,
  repertoire: Repertoire,
  jobs: readonly QueuedJob[],
  failed: (job: QueuedJob, error: Error) => void,
  many = false,
): Promise<(Error | null)[]> {
  const errors = await runEach(ctx, repertoire, jobs.flatMap(membersOf), many);
  const results = [];
  for (const job of jobs) {
    if (job.name !== togetherJob) {
      results.push(errors.get(job)!);
      continue;
    }
    const failing = membersOf(job).filter((member) => errors.get(member));
    for (const member of failing) failed(member, errors.get(member)!);
    results.push(failing.length > 0 ? await errorOf(separate(ctx, failing)) : null);
  }
  return results;
}

function membersOf(job: QueuedJob): QueuedJob[] {
  return job.name === togetherJob ? (job.input as { jobs: QueuedJob[] }).jobs : [job];
}

async function runEach(ctx: Ctx, repertoire: Repertoire, jobs: readonly QueuedJob[], many: boolean) {
  const errors = new Map<QueuedJob, Error | null>();
  for (const kind of [reactionJob, deliveryJob]) {
    const ofKind = jobs.filter(({ name }) => name === kind);
    for (const alike of chunked(ofKind, many ? alikeBehind : alikeAtMost)) {
      if (many) await standBack();
      if (alike.length < 2) continue;
      const error = await errorOf(runAlike(ctx, repertoire, kind, alike));
      if (!error) for (const job of alike) errors.set(job, null);
    }
  }
  for (const job of jobs) if (!errors.has(job)) errors.set(job, await errorOf(runJob(ctx, repertoire, job)));
  return errors;
}

/** Dying before its commit repeats the shared job, where what was done is known; dying after it repeats these twice, to one effect. */
async function separate(ctx: Ctx, failing: readonly QueuedJob[]): Promise<void> {
  await ctx.transact(async (tx) => {
    const after = new Date(tx.now.getTime() + alone.firstWait * 1000);
    for (const { name, input } of failing) tx.enqueue({ ...alone, name }, input, { after });
    const messages = failing.filter(({ name }) => name === deliveryJob).map(messageOf);
    if (messages.length > 0) {
      await tx.db
        .updateTable('kernel.messages')
        .set({ dispatched: true })
        .where('id', 'in', messages)
        .where('dispatched', '=', false)
        .execute();
    }
  });
}

function messageOf({ input }: QueuedJob): Id<'message'> {
  return (input as { id: Id<'message'> }).id;
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
    return deliver(ctx, jobs.map(messageOf));
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
