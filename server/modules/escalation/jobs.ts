import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { readLooked } from '../automation/index.ts';
import { fireRule } from './commands/fire.ts';
import { follow } from './commands/follow.ts';
import { findDue } from './queries/due.ts';
import type { Due } from './queries/due.ts';
import { readActiveRules } from './queries/rules.ts';
import type { ActiveRule } from './queries/rules.ts';

const batch = 1_000;

export const fireJob = defineJob({
  name: 'escalation.fire',
  input: z.object({ rule: z.string(), ticket: z.string(), occasion: z.string() }),
  async run(ctx, { ticket, ...input }) {
    await ctx.transact((tx) => fireRule(tx, { ...input, ticket: ticket as Id<'ticket'> }));
  },
});

export const followJob = defineJob({
  name: 'escalation.follow',
  input: z.object({ escalation: z.string() }),
  async run(ctx, { escalation }) {
    await ctx.transact((tx) => follow(tx, escalation as Id<'escalation'>));
  },
});

/** Finds tickets for which a rule comes due, and escalations for which something does; each is looked at again by its job. */
export const watch = defineSweep({
  name: 'escalation.watch',
  cron: '* * * * *',
  async run(ctx) {
    for (const rule of await ctx.read((db) => readActiveRules(db))) await findFor(ctx, rule);
    await findOpen(ctx);
  },
});

async function findFor(ctx: Ctx, rule: ActiveRule): Promise<void> {
  let after: Due | null = null;
  do {
    after = await ctx.transact(async (tx): Promise<Due | null> => {
      const asked = { from: rule.since, until: tx.now, unfired: rule.id, after, limit: batch };
      const due = await findDue(tx.db, rule, asked);
      const tickets = await readLooked(
        tx.db,
        due.map(({ ticket }) => ({ ticket, message: null })),
      );
      const matching = new Set<string>(tickets.filter(rule.holds).map(({ id }) => id));
      for (const { ticket, occasion } of due.filter((one) => matching.has(one.ticket)))
        tx.enqueue(fireJob, { rule: rule.id, ticket, occasion }, { key: `${rule.id} ${ticket} ${occasion}` });
      return due.length === batch ? due.at(-1)! : null;
    });
  } while (after);
}

async function findOpen(ctx: Ctx): Promise<void> {
  await ctx.transact(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select e.id from escalation.escalations e join support.tickets t on t.id = e.ticket_id
      where e.state <> 'cleared' and (e.tell_at <= ${tx.now} or e.ack_due_at <= ${tx.now} or t.settled_at is not null
        or e.clock_policy is not null and not exists (select from support.clocks c
          where c.organization_id = t.organization_id and c.ticket_id = t.id and c.policy_id = e.clock_policy and c.goal = e.clock_goal
            and c.started_at = e.clock_started
            and (c.state in ('running', 'paused') or c.state = 'dropped' and e.way = 'functional')))
      order by least(e.tell_at, e.ack_due_at), e.id limit ${batch}`.execute(tx.db);
    for (const { id } of rows) tx.enqueue(followJob, { escalation: id }, { key: id });
  });
}
