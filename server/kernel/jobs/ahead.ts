import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { QueuedJob } from '../db/outgoing.ts';
import { deliveries, togetherJob } from '../events/outbox.ts';
import type { Held } from '../events/outbox.ts';
import { reactionQueue } from './queue.ts';
import { runJobs } from './run.ts';
import type { Repertoire } from './run.ts';

/**
 * Runs what was held back from the queue, here and now: fetching a job and saying that it is done cost more than most reactions. What
 * is done is taken off the queue. When this process dies before that, the queue runs it again, and the marks keep it to one effect. A
 * reaction or message that fails gets a job of its own. `many`: more of it waits, so others come first.
 */
export async function runAhead(
  ctx: Ctx,
  repertoire: Repertoire,
  { awaited, reactions, messages }: Held,
  failed: (job: QueuedJob, error: Error) => void,
  many = false,
): Promise<void> {
  const together = (ids: Held['messages']) =>
    ids.length > 0 ? [{ name: togetherJob, input: { jobs: deliveries(ids) } }] : [];
  await runJobs(ctx, repertoire, together(awaited), failed, many);
  const jobs = [...reactions.map(({ job }) => job), ...together(messages)];
  const errors = await runJobs(ctx, repertoire, jobs, failed, many);
  const done = reactions.filter((_, index) => !errors[index]).map(({ id }) => id);
  if (done.length > 0) {
    await ctx.transact((tx) =>
      sql`delete from pgboss.job where name = ${reactionQueue} and id = any (${done}::uuid[]) and state = 'created'`.execute(
        tx.db,
      ),
    );
  }
}
