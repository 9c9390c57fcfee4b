import { defineSweep } from '../../kernel/jobs/define.ts';
import { date } from '../../kernel/values/dates.ts';
import { daysAhead, setHours } from './commands/sla/set-hours.ts';
import { markBreaches, tellOfClocks } from './commands/sla/watch-clocks.ts';
import { listCalendars } from './queries/sla/policies.ts';

/** Each minute: what is over is told in batches where somebody is there to hear it, and marked in one statement where nobody is. */
export const watchClocks = defineSweep({
  name: 'support.watch-clocks',
  cron: '* * * * *',
  async run(ctx) {
    while (await ctx.transact(tellOfClocks));
    await ctx.transact(markBreaches);
  },
});

/** Each month, so that the hours of a calendar never come to their end. */
export const extendCalendars = defineSweep({
  name: 'support.extend-calendars',
  cron: '23 1 1 * *',
  async run(ctx) {
    for (const calendar of await ctx.read(listCalendars)) {
      await ctx.transact(async (tx) => {
        const { last } = await tx.db
          .selectFrom('support.calendar_hours')
          .select((eb) => eb.fn.max('closes_at').as('last'))
          .where('calendar_id', '=', calendar.id)
          .executeTakeFirstOrThrow();
        const enough = tx.now.getTime() + (daysAhead / 2) * 86_400_000;
        if (!last || last.getTime() < enough)
          await setHours(tx, calendar.id, {
            ...calendar,
            holidays: calendar.holidays.map(({ on, name }) => ({ on: date(on), name })),
          });
      });
    }
  },
});
