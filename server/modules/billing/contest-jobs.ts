import { z } from 'zod';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { restContest } from './commands/contest-invoice.ts';

const batch = 1000;

export const letContestRest = defineJob({
  name: 'billing.let-contest-rest',
  input: z.object({ contest: id('contest') }),
  run: (ctx, { contest }) => ctx.transact((tx) => restContest(tx, contest)),
});

/** Contests for which collection has waited as long as the setting says. */
export const findOldContests = defineSweep({
  name: 'billing.find-old-contests',
  cron: '25 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('billing.contests')
        .select('id')
        .where('holds_until', '<=', tx.now)
        .orderBy('holds_until')
        .limit(batch)
        .execute();
      for (const row of due)
        tx.enqueue(letContestRest, { contest: row.id as Id<'contest'> }, { key: row.id });
    }),
});
