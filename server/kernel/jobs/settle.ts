import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Ctx } from '../context.ts';
import type { OutboxContext } from '../events/outbox.ts';
import { sealAndDispatch } from '../events/outbox.ts';
import { queues } from './queue.ts';
import type { QueuedJob } from '../db/outgoing.ts';
import type { QueueName } from './queue.ts';
import { runJobs } from './run.ts';
import type { Repertoire } from './run.ts';

/**
 * Runs what is due here and now, one after the other, instead of leaving it to workers: for stories told with a moving clock (the
 * demo business, tests). `failed` hears of jobs that failed; the queue keeps them for their next try.
 */
export interface Settler {
  settle(): Promise<void>;
  /** The queue keeps real time: when the story's clock moves on, its waiting jobs come nearer by as much. */
  timePassed(milliseconds: number): Promise<void>;
}

/** Asked between rounds: sealing and fetching where nothing is left costs a dozen statements. */
const whatIsLeft = `
  select exists (select from kernel.events where position is null)
      or exists (select from kernel.messages where not dispatched) as told,
    array(select name from unnest(array['${queues.join("', '")}']) as queue (name) where exists (
      select from pgboss.job j where j.name = queue.name and j.state < 'active' and not j.blocked
        and j.start_after <= pgboss.job_now())) as due`;

export function createSettler(of: {
  boss: PgBoss;
  pool: pg.Pool;
  outbox: OutboxContext;
  ctx: Ctx;
  repertoire: Repertoire;
  failed: (job: string, error: Error) => void;
}): Settler {
  const { boss, pool, outbox, ctx, repertoire, failed } = of;

  async function runDue(queue: QueueName): Promise<void> {
    const jobs = await boss.fetch<QueuedJob>(queue, { batchSize: 100 });
    const errors = await runJobs(
      ctx,
      repertoire,
      jobs.map(({ data }) => data),
      (job, error) => failed(job.name, error),
    );
    const done = jobs.filter((_, index) => !errors[index]);
    if (done.length > 0) {
      await boss.complete(
        queue,
        done.map(({ id }) => id),
      );
    }
    for (const [index, job] of jobs.entries()) {
      const error = errors[index];
      if (!error) continue;
      failed(job.data.name, error);
      await boss.fail(queue, job.id, { message: error.message });
    }
  }

  return {
    async settle() {
      for (;;) {
        const { rows } = await pool.query<{ told: boolean; due: QueueName[] }>(whatIsLeft);
        const { told, due } = rows[0]!;
        if (!told && due.length === 0) return;
        if (told) await sealAndDispatch(outbox);
        for (const queue of told ? queues : due) await runDue(queue);
      }
    },
    async timePassed(milliseconds) {
      await pool.query(
        `update pgboss.job set start_after = start_after - $1::int8 * interval '1 ms' where state in ('created', 'retry')`,
        [milliseconds],
      );
    },
  };
}
