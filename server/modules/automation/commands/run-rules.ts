import { sql } from 'kysely';
import { sideBySide } from '../../../kernel/db/side-by-side.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ruleRan } from '../events.ts';
import { deepest, nextOf } from '../domain/rules.ts';
import type { Moment } from '../domain/rules.ts';
import { readLooked } from '../queries/looked.ts';
import type { LookedTicket } from '../queries/looked.ts';
import { readRules } from '../queries/rules.ts';
import type { RunnableRule } from '../queries/rules.ts';
import { doRule } from './do-rule.ts';
import { isGiving } from './give-as-queue.ts';

/** What happened to a ticket. `occurrence` names it: each rule runs once for it. `rule`: only this one begins the chain. */
export interface Occasion {
  ticket: Id<'ticket'>;
  moment: Moment;
  occurrence: string;
  message: string | null;
  rule: string | null;
}

/**
 * Runs what follows from each of these. What happened to one ticket is followed up one after the other, different tickets side by side, unless
 * a rule gives tickets out: who has room for one depends on who was given another.
 */
export async function runRules(tx: Tx, occasions: readonly Occasion[]): Promise<void> {
  const tickets = occasions.map(({ ticket }) => ticket);
  const [, rules, found] = await Promise.all([
    // Two things that happen to one ticket take turns.
    sql`select from support.tickets where id = any (${tickets}::uuid[]) order by id for no key update`.execute(
      tx.db,
    ),
    readRules(tx.db),
    readLooked(tx.db, occasions),
  ]);
  const looked = new Map(found.toReversed().map((ticket) => [ticket.id, ticket]));
  const inTurn = async (some: readonly Occasion[]) => {
    for (const occasion of some) {
      const ticket = looked.get(occasion.ticket) ?? (await look(tx, occasion));
      // Another occasion of the same ticket finds it as this one leaves it, with a message of its own.
      looked.delete(occasion.ticket);
      await runChain(tx, rules, occasion, ticket);
    }
  };
  if (rules.some(({ acts }) => isGiving(acts.assignee))) return inTurn(occasions);
  const lanes = [...new Set(tickets)].map((id) => occasions.filter(({ ticket }) => ticket === id));
  return sideBySide(lanes.map((lane) => () => inTurn(lane)));
}

async function look(tx: Tx, occasion: Occasion): Promise<LookedTicket | undefined> {
  const [ticket] = await readLooked(tx.db, [occasion]);
  return ticket;
}

/**
 * Runs the rules whose moment has come and whose conditions hold, in their order, each on the ticket as those before left it; then those
 * at whose moment that is. None runs twice in such a chain, and a chain has an end.
 */
async function runChain(
  tx: Tx,
  rules: readonly RunnableRule[],
  occasion: Occasion,
  found: LookedTicket | undefined,
): Promise<void> {
  let ticket = found;
  const first = rules.filter(({ id }) => occasion.rule === null || id === occasion.rule);
  const ran = new Set<string>();
  let due = nextOf(first, occasion.moment, ran);
  for (let depth = 0; due.length > 0 && depth < deepest; depth++) {
    const after = new Set<Moment>();
    for (const rule of due) {
      if (!ticket || ticket.status === 'merged' || !rule.holds(ticket)) continue;
      const done = await runOne(tx, occasion, rule, ticket, depth, after);
      if (!done) continue;
      ran.add(rule.id);
      ticket = done.ticket ?? (await look(tx, occasion));
    }
    due = [...after].flatMap((moment) => nextOf(rules, moment, ran));
  }
}

/** Null where it ran before. The ticket as it left it, where that is known. Adds to `after` what it made happen. */
async function runOne(
  tx: Tx,
  { ticket, occurrence }: Occasion,
  rule: RunnableRule,
  looked: LookedTicket,
  depth: number,
  after: Set<Moment>,
): Promise<{ ticket: LookedTicket | undefined } | null> {
  const id = tx.newId<'run'>();
  const begun = await tx.db
    .insertInto('automation.runs')
    .values({
      id,
      rule_id: rule.id,
      ticket_id: ticket,
      occurrence,
      depth,
      acts: JSON.stringify(rule.acts),
      ran_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!begun) return null;
  let left: LookedTicket | undefined;
  let problem: string | null = null;
  try {
    const done = await doRule(tx, rule, looked, id);
    for (const moment of done.moments) after.add(moment);
    left = done.after;
  } catch (error) {
    // Problems are thrown before anything is written.
    if (!(error instanceof Problem)) throw error;
    problem = error.kind.code;
    await tx.db.updateTable('automation.runs').set({ problem }).where('id', '=', id).execute();
  }
  tx.emit(ruleRan, {
    organizationId: looked.organizationId,
    subject: { kind: 'ticket', id: ticket },
    data: { ruleId: rule.id, problem },
  });
  return { ticket: left };
}
