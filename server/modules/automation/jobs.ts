import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Job } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { runRules } from './commands/run-rules.ts';
import type { Occasion } from './commands/run-rules.ts';
import { moments } from './domain/rules.ts';
import { readLooked } from './queries/looked.ts';
import { readRules } from './queries/rules.ts';
import type { RunnableRule } from './queries/rules.ts';
import { findSilent } from './queries/silent.ts';
import type { Silent } from './queries/silent.ts';

/** Days for which the log is kept. */
const keptDays = 90;
const batch = 1_000;

const occasion = z.object({
  ticket: z.custom<Id<'ticket'>>((id) => typeof id === 'string'),
  moment: z.enum(moments),
  occurrence: z.string(),
  message: z.string().nullable(),
  rule: z.string().nullable(),
});

/** In one transaction; where that fails, each gets a job and tries of its own. */
export const runRulesJob: Job<{ occasions: Occasion[] }> = defineJob({
  name: 'automation.run-rules',
  input: z.object({ occasions: z.array(occasion) }),
  async run(ctx, { occasions }) {
    try {
      await ctx.transact((tx) => runRules(tx, occasions));
    } catch (error) {
      if (occasions.length === 1) throw error;
      await ctx.transact(async (tx) => {
        for (const one of occasions) tx.enqueue(runRulesJob, { occasions: [one] });
      });
    }
  },
});

/** Finds tickets that were silent for as long as a rule waits; each is looked at again by its job. */
export const findSilentTickets = defineSweep({
  name: 'automation.find-silent',
  cron: '*/10 * * * *',
  async run(ctx) {
    const rules = await ctx.read(readRules);
    for (const rule of rules) if (rule.hours !== null) await findFor(ctx, { ...rule, hours: rule.hours });
  },
});

async function findFor(ctx: Ctx, rule: RunnableRule & { hours: number }): Promise<void> {
  let after: Silent | null = null;
  do {
    const page: { since: null; after: Silent | null; limit: number } = { since: null, after, limit: batch };
    after = await ctx.transact(async (tx) => {
      const silent = await findSilent(tx.db, rule, tx.now, page);
      const done = await tx.db
        .selectFrom('automation.runs')
        .select('occurrence')
        .where('rule_id', '=', rule.id)
        .where('occurrence', 'in', silent.length > 0 ? silent.map(occurrenceOf) : [''])
        .execute();
      const ran = new Set(done.map(({ occurrence }) => occurrence));
      const open = silent.filter((one) => !ran.has(occurrenceOf(one)));
      const tickets = await readLooked(tx.db, open);
      for (const ticket of tickets.filter(rule.holds)) {
        const { message, ...found } = open.find((one) => one.ticket === ticket.id)!;
        const occurrence = occurrenceOf({ message, ...found });
        const key = `${rule.id} ${ticket.id}`;
        tx.enqueue(
          runRulesJob,
          { occasions: [{ ticket: ticket.id, moment: 'silent', occurrence, message, rule: rule.id }] },
          { key },
        );
      }
      return silent.length === batch ? silent.at(-1)! : null;
    });
  } while (after);
}

/** One silence: since that message, or since it was settled after it. So a rule runs once for each. */
const occurrenceOf = ({ ticket, at }: Silent): string => `silent ${ticket} ${at.toISOString()}`;

export const forgetRuns = defineSweep({
  name: 'automation.forget-runs',
  cron: '29 3 * * *',
  async run(ctx) {
    await ctx.transact((tx) =>
      tx.db
        .deleteFrom('automation.runs')
        .where('ran_at', '<', new Date(tx.now.getTime() - keptDays * 86_400_000))
        .execute(),
    );
  },
});
