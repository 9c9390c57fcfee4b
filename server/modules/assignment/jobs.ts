import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { giveOut, hasRoom } from './commands/give-out.ts';
import { takeBack } from './commands/take-back.ts';
import { findQueuesToWake } from './queries/waiting.ts';

/** Days for which it is kept why a ticket was given to somebody. */
const keptDays = 180;

export const giveOutJob = defineJob({
  name: 'assignment.give-out',
  input: z.object({ queue: z.string(), all: z.boolean() }),
  async run(ctx, { queue, all }) {
    while (await ctx.transact((tx) => giveOut(tx, queue, { all })));
  },
});

export const takeBackJob = defineJob({
  name: 'assignment.take-back',
  input: z.object({ ticket: z.string() }),
  async run(ctx, { ticket }) {
    await ctx.transact((tx) => takeBack(tx, ticket as Id<'ticket'>));
  },
});

/**
 * A job for each queue that may have something to give; one at most waits. `all`: also where all hands are full. Else there is nothing for a
 * job to do there: whatever frees a hand comes here as well, and sees what waits by then.
 */
export async function wakeQueues(tx: Tx, { all }: { all: boolean }): Promise<void> {
  for (const queue of await findQueuesToWake(tx.db))
    if (all || (await hasRoom(tx, queue)))
      tx.enqueue(giveOutJob, { queue, all }, { key: all ? `${queue} all` : queue });
}

/** Each minute: somebody came on duty or back, or has waited long enough to be passed on. */
export const findWaiting = defineSweep({
  name: 'assignment.find-waiting',
  cron: '* * * * *',
  async run(ctx) {
    await ctx.transact((tx) => wakeQueues(tx, { all: true }));
  },
});

export const forgetDecisions = defineSweep({
  name: 'assignment.forget-decisions',
  cron: '41 3 * * *',
  async run(ctx) {
    await ctx.transact((tx) =>
      tx.db
        .deleteFrom('assignment.decisions')
        .where('made_at', '<', new Date(tx.now.getTime() - keptDays * 86_400_000))
        .execute(),
    );
  },
});
