import type { PgBoss } from 'pg-boss';
import type { Ctx } from '../context.ts';
import type { Logger } from '../log.ts';
import { queues, reactionQueue } from './queue.ts';
import type { QueuedJob } from '../db/outgoing.ts';
import type { QueueName } from './queue.ts';
import type { Sweep } from './define.ts';
import { giveUp, runJobs, sweepJob } from './run.ts';
import type { Repertoire } from './run.ts';

/** How many fetch jobs of a queue at once in this process, and how many a fetch takes: reactions run together, the rest one by one. */
const atOnce: Record<QueueName, { localConcurrency: number; batchSize: number }> = {
  reactions: { localConcurrency: 2, batchSize: 10 },
  // A batch of one would make pg-boss wait out its fallback poll between jobs of a backlog.
  world: { localConcurrency: 4, batchSize: 5 },
};

export function failureLogger(log: Logger): (job: QueuedJob, error: Error, attempt?: number) => void {
  return ({ name }, { message }, attempt = 1) =>
    log.warn({ job: name, attempt, error: message }, 'a job failed');
}

/** Takes jobs as they come until the boss is stopped. `ctx` makes the context of one run. */
export async function startWorkers(
  boss: PgBoss,
  ctx: () => Ctx,
  repertoire: Repertoire,
  log: Logger,
): Promise<void> {
  const logFailure = failureLogger(log);
  for (const queue of queues) {
    const options = {
      ...atOnce[queue],
      burstWhenBatchFull: true,
      notifyPollingIntervalSeconds: 2,
      perJobResults: true,
      includeMetadata: true,
    } as const;
    await boss.work<QueuedJob, object, typeof options>(queue, options, async (jobs) => {
      const results = [];
      const leftBehind = queue === reactionQueue;
      const errors = await runJobs(
        leftBehind ? ctx().behind() : ctx(),
        repertoire,
        jobs.map(({ data }) => data),
        logFailure,
        leftBehind,
      );
      for (const [index, job] of jobs.entries()) {
        const error = errors[index];
        if (!error) {
          results.push({ id: job.id, status: 'completed' as const });
          continue;
        }
        logFailure(job.data, error, job.retryCount + 1);
        if (job.retryCount >= job.retryLimit) await giveUp(ctx(), job.data, error);
        results.push({ id: job.id, status: 'failed' as const, output: { message: error.message } });
      }
      return results;
    });
  }
}

/** Puts the sweeps on the queue's calendar and takes off what no longer exists. Every node may do it. */
export async function scheduleSweeps(boss: PgBoss, sweeps: readonly Sweep[]): Promise<void> {
  const names = new Set(sweeps.map(({ name }) => name));
  for (const { key } of await boss.getSchedules('world'))
    if (!names.has(key)) await boss.unschedule('world', key);
  for (const { name, cron } of sweeps) {
    const job: QueuedJob = { name: sweepJob, input: { sweep: name } };
    await boss.schedule('world', cron, job, { key: name, singletonKey: `${sweepJob}:${name}`, tz: 'UTC' });
  }
}
