import { z } from 'zod';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { completeRecovery } from './commands/complete-recovery.ts';
import { readyToComplete } from './recoveries.ts';

export const finishRecovery = defineJob({
  name: 'identity.finish-recovery',
  input: z.object({ recovery: z.string() }),
  run: (ctx, { recovery }) => ctx.transact((tx) => completeRecovery(tx, recovery)),
});

/** What one sweep finds at most; the next one goes on. */
const batch = 1000;

export const finishRecoveries = defineSweep({
  name: 'identity.finish-recoveries',
  cron: '*/5 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('identity.recoveries as r')
        .select('r.id')
        .where(readyToComplete(tx.now))
        .orderBy('r.due_at')
        .limit(batch)
        .execute();
      for (const { id } of due) tx.enqueue(finishRecovery, { recovery: id }, { key: id });
    }),
});
