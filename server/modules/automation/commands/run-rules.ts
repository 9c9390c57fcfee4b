import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ruleRan } from '../events.ts';
import { deepest, nextOf } from '../domain/rules.ts';
import type { Moment } from '../domain/rules.ts';
import { readLooked } from '../queries/looked.ts';
import { readRules } from '../queries/rules.ts';
import type { RunnableRule } from '../queries/rules.ts';
import { doRule } from './do-rule.ts';

/** What happened to a ticket. `occurrence` names it: each rule runs once for it. `rule`: only this one begins the chain. */
export interface Occasion {
  ticket: Id<'ticket'>;
  moment: Moment;
  occurrence: string;
  message: string | null;
  rule: string | null;
}

/**
 * Runs the rules whose moment has come and whose conditions hold, in their order, each on the ticket as those before left it; then those
 * at whose moment that is. None runs twice in such a chain, and a chain has an end.
 */
export async function runRules(tx: Tx, occasion: Occasion): Promise<void> {
  // Two things that happen to one ticket take turns.
  await sql`select from support.tickets where id = ${occasion.ticket} for no key update`.execute(tx.db);
  const rules = await readRules(tx.db);
  const first = rules.filter(({ id }) => occasion.rule === null || id === occasion.rule);
  const ran = new Set<string>();
  let due = nextOf(first, occasion.moment, ran);
  for (let depth = 0; due.length > 0 && depth < deepest; depth++) {
    const after = new Set<Moment>();
    for (const rule of due) {
      if (!(await runOne(tx, occasion, rule, depth, after))) continue;
      ran.add(rule.id);
    }
    due = [...after].flatMap((moment) => nextOf(rules, moment, ran));
  }
}

/** Whether it ran; adds to `after` what it made happen. */
async function runOne(
  tx: Tx,
  { ticket, occurrence, message }: Occasion,
  rule: RunnableRule,
  depth: number,
  after: Set<Moment>,
): Promise<boolean> {
  const [looked] = await readLooked(tx.db, [{ ticket, message }]);
  if (!looked || looked.status === 'merged' || !rule.holds(looked)) return false;
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
  if (!begun) return false;
  let problem: string | null = null;
  try {
    for (const moment of await doRule(tx, rule, looked, id)) after.add(moment);
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
  return true;
}
