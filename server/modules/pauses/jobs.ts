import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { beginPause, tellOfResumption } from '../services/index.ts';
import { resumeWhenDue } from './commands/resume.ts';

const input = z.object({ organization: id('organization'), service: id('service') });

/** What one sweep finds at most; the next one goes on. */
const batch = 2000;

const begin = defineJob({
  name: 'pauses.begin-pause',
  input,
  run: (ctx, key) => ctx.transact((tx) => beginPause(tx, key)),
});

const end = defineJob({
  name: 'pauses.end-pause',
  input,
  run: (ctx, key) => ctx.transact((tx) => resumeWhenDue(tx, key)),
});

const tell = defineJob({
  name: 'pauses.tell-of-end',
  input,
  run: (ctx, key) => ctx.transact((tx) => tellOfResumption(tx, key)),
});

export const jobs = [begin, end, tell];

export const sweeps = [
  defineSweep({
    name: 'pauses.find-pauses-to-begin',
    cron: '0 * * * *',
    run: (ctx) => enqueueDue(ctx, begin, 'pause_on', ['active', 'past_due']),
  }),
  defineSweep({
    name: 'pauses.find-pauses-to-end',
    cron: '0 * * * *',
    run: (ctx) => enqueueDue(ctx, end, 'resume_on', ['paused']),
  }),
  defineSweep({
    name: 'pauses.find-pauses-to-tell',
    cron: '8 * * * *',
    run: (ctx) => enqueueDue(ctx, tell, 'pause_tell_on', ['paused']),
  }),
];

async function enqueueDue(
  ctx: Ctx,
  job: typeof begin,
  day: 'pause_on' | 'resume_on' | 'pause_tell_on',
  states: string[],
): Promise<void> {
  await ctx.transact(async (tx) => {
    const due = await tx.db
      .selectFrom('services.services')
      .select(['organization_id', 'id'])
      .where(day, '<=', sql<never>`(${tx.now}::timestamptz at time zone time_zone)::date`)
      .where('state', 'in', states)
      .orderBy(day)
      .limit(batch)
      .execute();
    for (const row of due) {
      const key = input.parse({ organization: row.organization_id, service: row.id });
      tx.enqueue(job, key, { key: row.id });
    }
  });
}
