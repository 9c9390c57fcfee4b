import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { defineEvent } from '../events/define.ts';
import type { Fact } from '../events/define.ts';
import { deliveryJob, reactionJob } from '../events/outbox.ts';
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

/** Everything that can be run by name. `deliver` hands one message to whoever delivers messages. */
export interface Repertoire {
  jobs: ReadonlyMap<string, Job<any>>;
  reactions: ReadonlyMap<string, Reaction<any>>;
  sweeps: readonly Sweep[];
  deliver: (ctx: Ctx, messageId: Id<'message'>) => Promise<void>;
}

/** Runs one queued job once. Throws when it failed, so that the queue repeats it. */
export async function runJob(ctx: Ctx, repertoire: Repertoire, { name, input }: QueuedJob): Promise<void> {
  if (name === reactionJob) {
    const { reaction, eventId } = input as { reaction: string; eventId: Id<'event'> };
    const found = repertoire.reactions.get(reaction);
    assert(found, `reaction ${reaction} is registered`);
    return react(ctx, found, eventId);
  }
  if (name === deliveryJob) return repertoire.deliver(ctx, (input as { id: Id<'message'> }).id);
  if (name === sweepJob) {
    const sweep = repertoire.sweeps.find((one) => one.name === (input as { sweep: string }).sweep);
    return sweep?.run(ctx);
  }
  const job = repertoire.jobs.get(name);
  assert(job, `job ${name} is registered`);
  await job.run(ctx, job.input.parse(input));
}

/** The reaction and its mark are one transaction: after a crash either both are there or neither. */
async function react(ctx: Ctx, reaction: Reaction<unknown>, eventId: Id<'event'>): Promise<void> {
  await ctx.transact(async (tx) => {
    const mark = await tx.db
      .insertInto('kernel.handled')
      .values({ reaction: reaction.name, event_id: eventId, handled_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('event_id')
      .executeTakeFirst();
    if (!mark) return;
    const row = await tx.db
      .selectFrom('kernel.events')
      .selectAll()
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow();
    const fact: Fact = {
      id: eventId,
      name: row.name,
      organizationId: row.organization_id as Id<'organization'> | null,
      subject: { kind: row.subject_kind, id: row.subject_id },
      actor: { kind: row.actor_kind as Fact['actor']['kind'], id: row.actor_id as Id<'person'> | null },
      data: reaction.event.data.parse(row.data),
      requestId: row.request_id,
      happenedAt: row.happened_at,
    };
    await reaction.run(tx, fact);
  });
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
