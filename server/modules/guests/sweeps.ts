import { defineSweep } from '../../kernel/jobs/define.ts';

/** For as long an expired link can still be exchanged for a new one, in days. */
const keptDays = 365;

/** What nobody confirmed goes, once it counts for no limit any more; and links that expired long ago. */
export const forgetRequests = defineSweep({
  name: 'guests.forget-requests',
  cron: '23 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const ago = (days: number) => new Date(tx.now.getTime() - days * 86_400_000);
      // What was written goes when its link ends, the count of it a day after it was asked.
      await tx.db
        .updateTable('guests.requests')
        .set({ sealed: null })
        .where('expires_at', '<=', tx.now)
        .where('sealed', 'is not', null)
        .execute();
      await tx.db
        .deleteFrom('guests.requests')
        .where('expires_at', '<=', tx.now)
        .where('asked_at', '<=', ago(1))
        .execute();
      await tx.db.deleteFrom('guests.keys').where('expires_at', '<=', ago(keptDays)).execute();
    }),
});
