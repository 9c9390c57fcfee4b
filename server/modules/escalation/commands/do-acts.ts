import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { LookedTicket } from '../../automation/index.ts';
import { changeAsItIs, findFollowers, tellFollowers } from '../../support/index.ts';
import type { Priority, TicketPatch } from '../../support/index.ts';
import { raisedTo } from '../domain/raise.ts';
import { clientTold } from '../messages.ts';
import { listLevels } from '../queries/levels.ts';
import { readOnCall } from '../queries/rotas.ts';
import type { ActiveRule } from '../queries/rules.ts';

/** Does what a rule changes of a ticket. Errors, before anything is written: `not_assignable`, `unknown_link`, `wrong_state`. */
export async function doActs(
  tx: Tx,
  rule: ActiveRule,
  ticket: LookedTicket,
  run: Id<'escalation'>,
): Promise<void> {
  const { queue, priority, tell } = rule.acts;
  const assigneeId = await assigneeOf(tx, rule);
  const changes = queue !== undefined || priority !== undefined || assigneeId !== undefined;
  if (changes) {
    await changeAsItIs(tx, { id: null, name: rule.title }, ticket.id, (now): TicketPatch => ({
      ...(queue ? { queue } : {}),
      ...(priority ? { priority: raisedTo(now.priority as Priority, priority) } : {}),
      ...(assigneeId ? { assigneeId } : {}),
    }));
  }
  if (!tell) return;
  const { slug, followers } = await findFollowers(tx.db, ticket.organizationId, ticket.id);
  tellFollowers(
    tx,
    clientTold,
    { organization: ticket.organizationId, slug, followers, occurrence: run },
    { ticketId: ticket.id, number: ticket.number, subject: ticket.subject, texts: tell },
  );
}

/** Whoever is on call in the level's rota where the rule says so; nobody is changed where there is none. */
async function assigneeOf(tx: Tx, { acts, level }: ActiveRule): Promise<Id<'person'> | undefined> {
  if (acts.assignee !== 'on_call') return acts.assignee;
  const { rotaId } = (await listLevels(tx.db))[level]!;
  const person = rotaId === null ? null : await readOnCall(tx.db, rotaId, tx.now);
  return (person as Id<'person'> | null) ?? undefined;
}
