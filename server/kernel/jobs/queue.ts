import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { PendingJob, Postbox, QueuedJob } from '../db/outgoing.ts';
import { deliveryJob, reactionJob, togetherJob } from '../events/outbox.ts';

/**
 * Two queues, so that a partner who answers slowly never delays a reaction: `reactions` is short work in our own database,
 * `world` is everything that may wait for somebody else.
 */
export const queues = ['reactions', 'world'] as const;
export type QueueName = (typeof queues)[number];
export const reactionQueue: QueueName = 'reactions';

/** A killed worker's jobs come back after its heartbeat is this old and somebody has looked: 10 to 20 seconds. */
const heartbeatSeconds = 10;
const lookForDeadSeconds = 10;

function queueOf(job: string): QueueName {
  return [reactionJob, deliveryJob, togetherJob].includes(job) ? reactionQueue : 'world';
}

/** The queue behind `tx.enqueue`. `url` must reach the database directly where LISTEN is to work. */
export function createBoss(url: string, options: { workers: boolean }): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    max: options.workers ? 4 : 1,
    application_name: 'clientarea jobs',
    useListenNotify: options.workers,
    supervise: options.workers,
    schedule: options.workers,
    superviseIntervalSeconds: lookForDeadSeconds,
    monitorIntervalSeconds: lookForDeadSeconds,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', () => {});
  return boss;
}

/** Creates or upgrades the queue's own schema; called by `migrate`, under its lock. */
export async function migrateQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  try {
    await boss.start();
    for (const name of queues) {
      // `short`: of the jobs with one key at most one waits; jobs without a key get one of their own.
      await boss.createQueue(name, {
        policy: 'short',
        notify: true,
        heartbeatSeconds,
        expireInSeconds: 15 * 60,
        deleteAfterSeconds: 24 * 3600,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

export function postboxOf(boss: PgBoss): Postbox {
  return {
    async insert(jobs, run) {
      for (const queue of queues) {
        const own = jobs.filter((job) => queueOf(job.name) === queue);
        if (own.length > 0)
          await boss.insert(queue, own.map(rowOf), {
            db: { executeSql: (sql, values) => run(sql, values ?? []) },
          });
      }
    },
  };
}

function rowOf(job: PendingJob) {
  const { name, input, key, delaySeconds } = job;
  return {
    ...(job.id === undefined ? {} : { id: job.id }),
    data: { name, input } satisfies QueuedJob,
    singletonKey: key === undefined ? randomUUID() : `${name}:${key}`,
    retryLimit: job.retries,
    retryDelay: job.firstWait,
    retryBackoff: true,
    retryDelayMax: 3600,
    startAfter: delaySeconds,
    priority: job.awaited ? 1 : 0,
  };
}
