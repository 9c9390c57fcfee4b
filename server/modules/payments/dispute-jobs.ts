import { z } from 'zod';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { askAboutDispute } from './commands/answer-dispute.ts';
import { about, lockDispute } from './dispute-row.ts';
import { warningsBefore } from './domain/dispute.ts';
import { disputeDue } from './events.ts';
import { disputeRules } from './settings.ts';

const batch = 1000;
const disputeKey = z.object({ dispute: id('dispute') });

/** An answer that does not come is asked for again by the sweep, so the job itself is not repeated. */
const lookAtDispute = defineJob({
  name: 'payments.look-at-dispute',
  input: disputeKey,
  retries: 0,
  run: (ctx, { dispute }) => askAboutDispute(ctx, dispute),
});

/** Tells staff once for each of the days that the setting names. */
const warnOfDeadline = defineJob({
  name: 'payments.warn-of-deadline',
  input: disputeKey,
  run: (ctx, key) =>
    ctx.transact(async (tx) => {
      const { value: rules } = await readSetting(tx.db, disputeRules);
      const dispute = await lockDispute(tx, key.dispute);
      const { state, dueAt } = dispute.facts;
      if ((state !== 'needs_response' && state !== 'inquiry') || dueAt === null) return;
      const days = warningsBefore(dueAt, tx.now, rules.warnDays);
      if (days === null || (dispute.warnedDays !== null && dispute.warnedDays <= days)) return;
      await tx.db
        .updateTable('payments.disputes')
        .set({ warned_days: days })
        .where('id', '=', dispute.id)
        .execute();
      const { fact, data } = about(dispute);
      tx.emit(disputeDue, { ...fact, data: { ...data, days } });
    }),
});

export const disputeJobs = [lookAtDispute, warnOfDeadline];

const askAboutDisputes = defineSweep({
  name: 'payments.ask-about-disputes',
  cron: '*/10 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('payments.disputes')
        .select('id')
        .where('ask_at', '<=', tx.now)
        .orderBy('ask_at')
        .limit(batch)
        .execute();
      for (const row of due) tx.enqueue(lookAtDispute, { dispute: row.id as Id<'dispute'> }, { key: row.id });
    }),
});

const findNearDeadlines = defineSweep({
  name: 'payments.find-near-deadlines',
  cron: '20 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { value: rules } = await readSetting(tx.db, disputeRules);
      const most = Math.max(...rules.warnDays);
      const due = await tx.db
        .selectFrom('payments.disputes')
        .select('id')
        .where('state', 'in', ['inquiry', 'needs_response'])
        .where('due_at', '>', tx.now)
        .where('due_at', '<=', new Date(tx.now.getTime() + most * 24 * 3_600_000))
        .orderBy('due_at')
        .limit(batch)
        .execute();
      for (const row of due)
        tx.enqueue(warnOfDeadline, { dispute: row.id as Id<'dispute'> }, { key: row.id });
    }),
});

export const disputeSweeps = [askAboutDisputes, findNearDeadlines];
