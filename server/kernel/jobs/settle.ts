import type pg from 'pg';
import type { PgBoss } from 'pg-boss';
import type { Ctx } from '../context.ts';
import type { OutboxContext } from '../events/outbox.ts';
import { sealAndDispatch } from '../events/outbox.ts';
import { queues } from './queue.ts';
import type { QueuedJob } from './queue.ts';
import { runJob } from './run.ts';
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

export function createSettler(of: {
  boss: PgBoss;
  pool: pg.Pool;
  outbox: OutboxContext;
  ctx: Ctx;
  repertoire: Repertoire;
  failed: (job: string, error: Error) => void;
}): Settler {
  const { boss, pool, outbox, ctx, repertoire, failed } = of;

  async function runDue(): Promise<number> {
    let ran = 0;
    for (const queue of queues) {
      for (const job of await boss.fetch<QueuedJob>(queue, { batchSize: 50 })) {
        ran++;
        try {
          await runJob(ctx, repertoire, job.data);
          await boss.complete(queue, job.id);
        } catch (error) {
          failed(job.data.name, error as Error);
          await boss.fail(queue, job.id, { message: (error as Error).message });
        }
      }
    }
    return ran;
  }

  return {
    async settle() {
      while ((await sealAndDispatch(outbox)) + (await runDue()) > 0);
    },
    async timePassed(milliseconds) {
      await pool.query(
        `update pgboss.job set start_after = start_after - $1::int8 * interval '1 ms' where state in ('created', 'retry')`,
        [milliseconds],
      );
    },
  };
}
