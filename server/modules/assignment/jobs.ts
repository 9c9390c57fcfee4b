import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { giveOut } from './commands/give-out.ts';
import { takeBack } from './commands/take-back.ts';
import { findQueuesToWake } from './queries/waiting.ts';

/** Days for which it is kept why a ticket was given to somebody. */
const keptDays = 180;

export const giveOutJob = defineJob({
  name: 'assignment.give-out',
  input: z.object({ queue: z.string() }),
  async run(ctx, { queue }) {
    while (await ctx.transact((tx) => giveOut(tx, queue)));
  },
});

export const takeBackJob = defineJob({
  name: 'assignment.take-back',
  input: z.object({ ticket: z.string() }),
  async run(ctx, { ticket }) {
    await ctx.transact((tx) => takeBack(tx, ticket as Id<'ticket'>));
  },
});

/** A job for each queue that may have something to give; one at most waits. */
export async function wakeQueues(tx: Tx): Promise<void> {
  for (const queue of await findQueuesToWake(tx.db)) tx.enqueue(giveOutJob, { queue }, { key: queue });
}

/** Each minute: somebody came on duty or back, or has waited long enough to be passed on. */
export const findWaiting = defineSweep({
  name: 'assignment.find-waiting',
  cron: '* * * * *',
  async run(ctx) {
    await ctx.transact(wakeQueues);
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
