import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { onAll } from '../../kernel/events/reactions.ts';
import { chunked } from '../../kernel/values/chunked.ts';
import * as support from '../support/events.ts';
import type { Occasion } from './commands/run-rules.ts';
import { momentOf } from './domain/happened.ts';
import { runRulesJob } from './jobs.ts';
import { readLooked } from './queries/looked.ts';
import { readRules } from './queries/rules.ts';

/** Their tickets are locked together, so not for long. */
const inOneJob = 25;

/**
 * Looks which rules a fact could be for, and leaves the rest to a job, which looks again. What rules themselves did is theirs to follow
 * up, within their chain: the system changes tickets in no other way but by closing them.
 */
async function look(tx: Tx, facts: readonly Fact<object>[]): Promise<void> {
  const happened = facts.flatMap((fact) => {
    const data: { by?: string; messageId?: string } = fact.data;
    const own = data.by === undefined ? fact.actor.kind === 'system' : data.by === 'system';
    if (own) return [];
    return [{ fact, moment: momentOf[fact.name]!(data), message: data.messageId ?? null }];
  });
  if (happened.length === 0) return;
  const rules = await readRules(tx.db);
  const due = happened.filter(({ moment }) => rules.some((rule) => rule.moment === moment));
  if (due.length === 0) return;
  const asked = due.map(({ fact, message }) => ({ ticket: fact.subject.id, message }));
  const tickets = new Map((await readLooked(tx.db, asked)).map((ticket) => [ticket.id as string, ticket]));
  const occasions = due.flatMap(({ fact, moment, message }): Occasion[] => {
    const ticket = tickets.get(fact.subject.id);
    if (!ticket || !rules.some((rule) => rule.moment === moment && rule.holds(ticket))) return [];
    return [{ ticket: ticket.id, moment, occurrence: fact.id, message, rule: null }];
  });
  for (const some of chunked(occasions, inOneJob)) tx.enqueue(runRulesJob, { occasions: some });
}

export const reactions = [
  onAll(support.ticketOpened, 'automation.look-at-opened', look),
  onAll(support.messagePosted, 'automation.look-at-answer', look),
  onAll(support.statusChanged, 'automation.look-at-status', look),
  onAll(support.priorityChanged, 'automation.look-at-priority', look),
  onAll(support.kindChanged, 'automation.look-at-kind', look),
  onAll(support.queueChanged, 'automation.look-at-queue', look),
  onAll(support.ticketAssigned, 'automation.look-at-assignee', look),
  onAll(support.tagsChanged, 'automation.look-at-tags', look),
];
