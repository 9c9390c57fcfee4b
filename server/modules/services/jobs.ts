import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { end } from './commands/cancel-service.ts';
import { beginScheduled } from './commands/change-service.ts';
import { beginPrice } from './commands/reprice-service.ts';
import { closeTerm, tellOfTerm } from './commands/end-with-term.ts';
import { emitAbout, writeService } from './commands/write-service.ts';
import type { CancelReason } from './domain/cancel-reasons.ts';
import { serviceTrialEnded } from './events.ts';
import { lockService, todayOf } from './service.ts';

const input = z.object({ organization: id('organization'), service: id('service') });

/** What one sweep finds at most; the next one goes on. */
const batch = 2000;

const endCanceled = defineJob({
  name: 'services.end-canceled-service',
  input,
  run: (ctx, { organization, service: found }) =>
    ctx.transact(async (tx) => {
      const service = await lockService(tx, organization, found);
      const due = service.cancelOn !== null && service.cancelOn <= todayOf(service, tx.now);
      if (service.state !== 'cancel_scheduled' || !due) return;
      const { cancel_reason } = await tx.db
        .selectFrom('services.services')
        .select('cancel_reason')
        .where('organization_id', '=', organization)
        .where('id', '=', service.id)
        .executeTakeFirstOrThrow();
      await end(tx, service, { reason: cancel_reason as CancelReason });
    }),
});

const endTrial = defineJob({
  name: 'services.end-trial',
  input,
  run: (ctx, { organization, service: found }) =>
    ctx.transact(async (tx) => {
      const service = await lockService(tx, organization, found);
      const { state, trialEndsOn, paidThrough } = service;
      if (state !== 'trialing' || trialEndsOn === null || trialEndsOn > todayOf(service, tx.now)) return;
      const paid = service.recurring === 0n || (paidThrough !== null && paidThrough > trialEndsOn);
      await writeService(tx, service, { state: paid ? 'active' : 'past_due' });
      emitAbout(tx, service, serviceTrialEnded, { paid });
    }),
});

const beginTerms = defineJob({
  name: 'services.begin-terms',
  input,
  run: (ctx, { organization, service }) =>
    ctx.transact((tx) => beginScheduled(tx, { organization, service })),
});

const beginNewPrice = defineJob({
  name: 'services.begin-price',
  input,
  run: (ctx, { organization, service }) => ctx.transact((tx) => beginPrice(tx, { organization, service })),
});

const tellOfEnd = defineJob({
  name: 'services.tell-of-term',
  input,
  run: (ctx, { organization, service }) => ctx.transact((tx) => tellOfTerm(tx, { organization, service })),
});

const endTerm = defineJob({
  name: 'services.end-term',
  input,
  run: (ctx, { organization, service: found }) =>
    ctx.transact((tx) =>
      closeTerm(tx, { organization, service: found }, async (_, service) => {
        const { cancel_reason } = await tx.db
          .selectFrom('services.services')
          .select('cancel_reason')
          .where('organization_id', '=', organization)
          .where('id', '=', service.id)
          .executeTakeFirstOrThrow();
        await end(tx, service, { reason: (cancel_reason as CancelReason | null) ?? 'term_ended' });
      }),
    ),
});

export const jobs = [endCanceled, endTrial, beginTerms, beginNewPrice, tellOfEnd, endTerm];

export const sweeps = [
  defineSweep({
    name: 'services.find-canceled-services',
    cron: '3 * * * *',
    run: (ctx) => enqueueDue(ctx, endCanceled, 'cancel_scheduled', 'cancel_on'),
  }),
  defineSweep({
    name: 'services.find-ended-trials',
    cron: '4 * * * *',
    run: (ctx) => enqueueDue(ctx, endTrial, 'trialing', 'trial_ends_on'),
  }),
  defineSweep({
    name: 'services.find-terms-to-begin',
    cron: '2 * * * *',
    run: (ctx) => enqueueDue(ctx, beginTerms, null, 'next_on'),
  }),
  defineSweep({
    name: 'services.find-prices-to-begin',
    cron: '1 * * * *',
    run: (ctx) => enqueueDue(ctx, beginNewPrice, null, 'coming_on'),
  }),
  defineSweep({
    name: 'services.find-terms-to-tell',
    cron: '6 * * * *',
    run: (ctx) => enqueueDue(ctx, tellOfEnd, null, 'term_tell_on'),
  }),
  defineSweep({
    name: 'services.find-ended-terms',
    cron: '7 * * * *',
    run: (ctx) => enqueueDue(ctx, endTerm, null, 'term_ends_on'),
  }),
];

async function enqueueDue(
  ctx: Ctx,
  job: typeof endTrial,
  state: 'cancel_scheduled' | 'trialing' | null,
  day: 'cancel_on' | 'trial_ends_on' | 'next_on' | 'coming_on' | 'term_tell_on' | 'term_ends_on',
): Promise<void> {
  await ctx.transact(async (tx) => {
    const due = await tx.db
      .selectFrom('services.services')
      .select(['organization_id', 'id', 'time_zone'])
      .$if(state !== null, (query) => query.where('state', '=', state))
      // While a service is paused what was agreed on for later stands still.
      .where('state', '<>', 'paused')
      .where(day, '<=', sql<never>`(${tx.now}::timestamptz at time zone time_zone)::date`)
      .orderBy(day)
      .limit(batch)
      .execute();
    for (const row of due) {
      const key = input.parse({ organization: row.organization_id, service: row.id });
      tx.enqueue(job, key, { key: row.id });
    }
  });
}
