import { z } from 'zod';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import { sql } from 'kysely';
import type { Id } from '../../kernel/values/ids.ts';
import { findAttempt } from './attempt-row.ts';
import { firstWarningDays } from './domain/expiry.ts';
import { askGateway, cancelAtGateway } from './commands/ask-gateway.ts';
import { chargeAutomatically } from './commands/charge-automatically.ts';
import { forgetMethod } from './commands/forget-method.ts';
import { refundAtGateway } from './commands/send-refund.ts';
import { disputeJobs, disputeSweeps } from './dispute-jobs.ts';
import { warnOfExpiry } from './commands/warn-of-expiry.ts';

/** What one sweep finds at most; the next one goes on. */
const batch = 1000;

const attemptKey = z.object({ organization: id('organization'), attempt: id('attempt') });

/** An answer that does not come is asked for again by the sweep, so the job itself is not repeated. */
const askAboutAttempt = defineJob({
  name: 'payments.ask-about-attempt',
  input: attemptKey,
  retries: 0,
  async run(ctx, key) {
    await askGateway(ctx, key);
  },
});

/** The invoice is paid or void: what still waits for the payer is taken back, so that nobody pays twice. */
export const cancelIdleAttempt = defineJob({
  name: 'payments.cancel-idle-attempt',
  input: attemptKey,
  async run(ctx, { organization, attempt: attemptId }) {
    const attempt = await ctx.read((db) => findAttempt(db, organization, attemptId));
    if (attempt.state.status === 'requires_action') await cancelAtGateway(ctx, attempt);
  },
});

export const jobs = [
  askAboutAttempt,
  cancelIdleAttempt,
  chargeAutomatically,
  forgetMethod,
  refundAtGateway,
  warnOfExpiry,
  ...disputeJobs,
];

const askAboutAttempts = defineSweep({
  name: 'payments.ask-about-attempts',
  cron: '* * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('payments.attempts')
        .select(['organization_id', 'id'])
        .where('ask_at', '<=', tx.now)
        .orderBy('ask_at')
        .limit(batch)
        .execute();
      for (const row of due) {
        const key = {
          organization: row.organization_id as Id<'organization'>,
          attempt: row.id as Id<'attempt'>,
        };
        tx.enqueue(askAboutAttempt, key, { key: row.id });
      }
    }),
});

const findExpiringMethods = defineSweep({
  name: 'payments.find-expiring-methods',
  cron: '10 2 * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const today = dateIn('UTC', tx.now);
      const due = await tx.db
        .selectFrom('payments.saved_methods')
        .select(['organization_id', 'id'])
        .where('removed_at', 'is', null)
        // A day more at both ends: the job asks again in the organization's zone.
        .where('expires_on', '>=', addDays(today, -3))
        .where('expires_on', '<=', addDays(today, firstWarningDays + 1))
        .where((eb) =>
          eb.or([
            eb('warned_of', 'is distinct from', eb.ref('expires_on')),
            sql<boolean>`warned_days > case when expires_on > ${today} then 7 else -1 end`,
          ]),
        )
        .orderBy('expires_on')
        .limit(batch)
        .execute();
      for (const row of due) {
        const key = {
          organization: row.organization_id as Id<'organization'>,
          method: row.id as Id<'saved-method'>,
        };
        tx.enqueue(warnOfExpiry, key, { key: row.id });
      }
    }),
});

const askAboutRefunds = defineSweep({
  name: 'payments.ask-about-refunds',
  cron: '* * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('payments.refunds')
        .select('id')
        .where('ask_at', '<=', tx.now)
        .orderBy('ask_at')
        .limit(batch)
        .execute();
      for (const row of due) tx.enqueue(refundAtGateway, { refund: row.id as Id<'refund'> }, { key: row.id });
    }),
});

/** Invoices whose next charge is due, and those whose payment somebody else has begun long ago. */
const chargeWhatIsDue = defineSweep({
  name: 'payments.charge-what-is-due',
  cron: '*/5 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('payments.automatic_charges')
        .select(['organization_id', 'invoice_id'])
        .where('look_at', '<=', tx.now)
        .orderBy('look_at')
        .limit(batch)
        .execute();
      for (const row of due) {
        const invoice = row.invoice_id as Id<'invoice'>;
        tx.enqueue(
          chargeAutomatically,
          { organization: row.organization_id as Id<'organization'>, invoice },
          { key: invoice },
        );
      }
    }),
});

export const sweeps = [
  askAboutRefunds,
  askAboutAttempts,
  chargeWhatIsDue,
  findExpiringMethods,
  ...disputeSweeps,
];
