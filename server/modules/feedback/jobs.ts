import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { ask } from './commands/ask.ts';
import { openFollowUp } from './commands/open-follow-up.ts';
import { remind } from './commands/remind.ts';
import { graceMinutes } from './domain/answering.ts';
import { feedbackRules } from './settings.ts';

const batch = 1_000;
const one = z.object({ id: z.string() });
const minute = 60_000;

const jobOf = (name: `feedback.${string}`, act: (tx: Tx, id: Id<'rating'>) => Promise<void>) =>
  defineJob({
    name,
    input: one,
    async run(ctx, { id }) {
      await ctx.transact((tx) => act(tx, id as Id<'rating'>));
    },
  });

export const askJob = jobOf('feedback.ask', ask);
export const remindJob = jobOf('feedback.remind', remind);
export const followUpJob = jobOf('feedback.open-follow-up', openFollowUp);

/**
 * Finds whom to remind, what low ratings nobody was told of, and whom to ask whose job was lost; each is looked at again by its job.
 */
export const findDue = defineSweep({
  name: 'feedback.find-due',
  cron: '*/5 * * * *',
  async run(ctx: Ctx) {
    await ctx.transact(async (tx) => {
      const { value: rules } = await readSetting(tx.db, feedbackRules);
      const found = () => tx.db.selectFrom('feedback.ratings').select('id').limit(batch);
      const [questions, reminders, low] = await Promise.all([
        found().where('state', '=', 'planned').where('due_at', '<=', tx.now).orderBy('due_at').execute(),
        found().where('state', '=', 'asked').where('remind_at', '<=', tx.now).orderBy('remind_at').execute(),
        found()
          .where('score', '<=', rules.lowScore)
          .where('follow_up', 'is', null)
          .where('changed_at', '<=', new Date(tx.now.getTime() - graceMinutes * minute))
          .orderBy('changed_at')
          .execute(),
      ]);
      for (const { id } of questions) tx.enqueue(askJob, { id }, { key: id });
      for (const { id } of reminders) tx.enqueue(remindJob, { id }, { key: id });
      for (const { id } of low) tx.enqueue(followUpJob, { id }, { key: id });
    });
  },
});

/** What people wrote goes after the time that was set; the scores stay. */
export const forgetComments = defineSweep({
  name: 'feedback.forget-comments',
  cron: '37 3 * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      const { value: rules } = await readSetting(tx.db, feedbackRules);
      const before = new Date(tx.now);
      before.setUTCMonth(before.getUTCMonth() - rules.commentMonths);
      await tx.db
        .updateTable('feedback.ratings')
        .set({ comment: null })
        .where('comment', 'is not', null)
        .where('answered_at', '<', before)
        .execute();
    });
  },
});
