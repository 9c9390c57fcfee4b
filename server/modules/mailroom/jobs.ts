import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import { bringFilesTo } from './commands/bring-files.ts';
import { collect } from './commands/collect.ts';
import { forget } from './commands/forget.ts';
import { sortArrived } from './commands/sort-mail.ts';
import * as names from './job-names.ts';

const batch = 1000;
const catchUpMinutes = 15;
/** Days for which a mail is kept as it came: one that became something or nothing, and one that waits for somebody. */
const keptDays = { settled: 30, waiting: 90 };

const collectMail = defineJob({ ...names.collectMail, run: (ctx, { id }) => collect(ctx, id) });
const sortMail = defineJob({ ...names.sortMail, run: (ctx, { id }) => sortArrived(ctx, id) });
const bringFiles = defineJob({ ...names.bringFiles, run: bringFilesTo });
const forgetMail = defineJob({ ...names.forgetMail, run: (ctx, { id }) => forget(ctx, id) });
export const jobs = [collectMail, sortMail, bringFiles, forgetMail];

const lookIntoMailboxes = defineSweep({
  name: 'mailroom.look-into-mailboxes',
  cron: '* * * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      const boxes = await tx.db
        .selectFrom('mailroom.mailboxes')
        .select('id')
        .where('kind', '=', 'imap')
        .where('active', '=', true)
        // Those that tell by themselves are looked into all the same, in case something was missed.
        .where((eb) =>
          eb.or([
            eb('live_since', 'is', null),
            eb('watched_until', '<=', tx.now),
            eb('checked_at', 'is', null),
            eb('checked_at', '<=', new Date(tx.now.getTime() - catchUpMinutes * 60_000)),
          ]),
        )
        .limit(batch)
        .execute();
      for (const { id } of boxes) tx.enqueue(collectMail, { id }, { key: id });
    });
  },
});

const forgetMails = defineSweep({
  name: 'mailroom.forget-mails',
  cron: '23 2 * * *',
  async run(ctx) {
    await ctx.transact(async (tx) => {
      const daysAgo = (days: number) => new Date(tx.now.getTime() - days * 86_400_000);
      const old = await tx.db
        .selectFrom('mailroom.mails')
        .select('id')
        .where('kept', '=', true)
        .where('came_at', '<', daysAgo(keptDays.settled))
        .where((eb) =>
          eb.or([eb('state', '!=', 'quarantined'), eb('came_at', '<', daysAgo(keptDays.waiting))]),
        )
        .orderBy('came_at')
        .limit(batch)
        .execute();
      for (const { id } of old) tx.enqueue(forgetMail, { id }, { key: id });
    });
  },
});
export const sweeps = [lookIntoMailboxes, forgetMails];
