import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { readLooked } from '../../automation/index.ts';
import type { LookedTicket } from '../../automation/index.ts';
import { alreadyEscalated } from '../contract.ts';
import { ticketEscalated } from '../events.ts';
import { findDue } from '../queries/due.ts';
import { readActiveRules } from '../queries/rules.ts';
import { doActs } from './do-acts.ts';
import { reach } from './reach.ts';
import { addStep, lock } from './steps.ts';

/** Two that raise one ticket take turns. */
async function lockTicket(tx: Tx, ticket: Id<'ticket'>): Promise<LookedTicket | undefined> {
  await sql`select from support.tickets where id = ${ticket} for no key update`.execute(tx.db);
  return (await readLooked(tx.db, [{ ticket, message: null }]))[0];
}

/** Raises a ticket by a rule, if the rule still comes due for it and has not been fired for that yet. */
export async function fireRule(
  tx: Tx,
  asked: { rule: string; ticket: Id<'ticket'>; occasion: string },
): Promise<void> {
  const ticket = await lockTicket(tx, asked.ticket);
  const [rule] = await readActiveRules(tx.db, asked.rule);
  if (!ticket || !rule || !rule.holds(ticket)) return;
  const all = { from: rule.since, until: tx.now, ticket: asked.ticket, unfired: rule.id, limit: 50 };
  const due = (await findDue(tx.db, rule, all)).find(({ occasion }) => occasion === asked.occasion);
  if (!due) return;
  const id = tx.newId<'escalation'>();
  const begun = await tx.db
    .insertInto('escalation.escalations')
    .values({
      ...begin(tx, id, ticket, rule),
      rule_id: rule.id,
      rule_title: rule.title,
      occasion: due.occasion,
      clock_policy: due.clockPolicy,
      clock_goal: due.clockGoal,
      clock_started: due.clockStarted,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!begun) return;
  try {
    await doActs(tx, rule, ticket, id);
  } catch (error) {
    // Problems are thrown before anything is written.
    if (!(error instanceof Problem)) throw error;
    const problem = error.kind.code;
    await tx.db.updateTable('escalation.escalations').set({ problem }).where('id', '=', id).execute();
  }
  await arrive(tx, id, rule.level, { ruleId: rule.id });
}

/** Somebody raises a ticket with a reason. Errors: `not_found`, `wrong_state`, `already_escalated`. */
export async function escalateByHand(
  tx: Tx,
  { person }: Session,
  asked: { ticket: Id<'ticket'>; level: number; reason: string },
): Promise<Id<'escalation'>> {
  const ticket = await lockTicket(tx, asked.ticket);
  if (!ticket) throw new Problem(notFound);
  const { rows } = await sql<{ settled: boolean; highest: number | null }>`
    select t.settled_at is not null as settled, (select max(e.level) from escalation.escalations e
      where e.ticket_id = t.id and e.state <> 'cleared') as highest
    from support.tickets t where t.id = ${asked.ticket}`.execute(tx.db);
  const { settled, highest } = rows[0]!;
  if (settled) throw new Problem(wrongState, { facts: { from: ticket.status } });
  if (highest !== null && highest >= asked.level)
    throw new Problem(alreadyEscalated, { facts: { level: highest } });
  const id = tx.newId<'escalation'>();
  await tx.db
    .insertInto('escalation.escalations')
    .values({
      ...begin(tx, id, ticket, { level: asked.level, way: 'hierarchical' }),
      raised_by: person.id,
      reason: asked.reason,
    })
    .execute();
  await arrive(tx, id, asked.level, { ruleId: null, by: person.id, note: asked.reason });
  return id;
}

const begin = (
  tx: Tx,
  id: Id<'escalation'>,
  ticket: LookedTicket,
  { level, way }: { level: number; way: string },
) => ({
  id,
  ticket_id: ticket.id,
  way,
  queue: ticket.queue ?? '',
  product: ticket.product,
  level,
  highest: level,
  state: 'fired',
  fired_at: tx.now,
});

/** The first step of what was just begun, and the first people told. */
async function arrive(
  tx: Tx,
  id: Id<'escalation'>,
  level: number,
  of: { ruleId: string | null; by?: Id<'person'>; note?: string },
): Promise<void> {
  const { ruleId, ...step } = of;
  await addStep(tx, id, { what: 'fired', level, ...step });
  const one = await lock(tx, id);
  tx.emit(ticketEscalated, {
    organizationId: one.organizationId,
    subject: { kind: 'ticket', id: one.ticketId },
    data: { escalationId: id, level, ruleId },
  });
  await reach(tx, one, { level, repeated: 0 });
}
