import { defineSweep } from '../../kernel/jobs/define.ts';

const keptDays = 365;

/** The log of sign-ins, sessions that are over and devices that nobody signs in on any more are kept for a year. */
export const forgetSignIns = defineSweep({
  name: 'identity.forget-sign-ins',
  cron: '37 3 * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const aYearAgo = new Date(tx.now.getTime() - keptDays * 86_400_000);
      await tx.db.deleteFrom('identity.sign_ins').where('at', '<=', aYearAgo).execute();
      await tx.db.deleteFrom('identity.sessions').where('expires_at', '<=', aYearAgo).execute();
      await tx.db.deleteFrom('identity.devices').where('seen_at', '<=', aYearAgo).execute();
    }),
});

/** What is over is of no use to anybody: challenges and codes at once, attempts after the hour in which their wrong codes count. */
export const forgetSteps = defineSweep({
  name: 'identity.forget-steps',
  cron: '17 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const anHourAgo = new Date(tx.now.getTime() - 3_600_000);
      const aDayAgo = new Date(tx.now.getTime() - 86_400_000);
      await tx.db.deleteFrom('identity.text_allowances').where('since', '<=', aDayAgo).execute();
      await tx.db.deleteFrom('identity.failed_tries').where('since', '<=', anHourAgo).execute();
      await tx.db.deleteFrom('identity.challenges').where('expires_at', '<=', tx.now).execute();
      await tx.db.deleteFrom('identity.sent_codes').where('expires_at', '<=', tx.now).execute();
      await tx.db.deleteFrom('identity.attempts').where('expires_at', '<=', anHourAgo).execute();
    }),
});
