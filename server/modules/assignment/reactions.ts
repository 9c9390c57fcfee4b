import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { onAll } from '../../kernel/events/reactions.ts';
import * as support from '../support/events.ts';
import { findStranded } from './commands/take-back.ts';
import * as own from './events.ts';
import { takeBackJob, wakeQueues } from './jobs.ts';

/** A client's answer that opens a ticket again: whoever has it may be away. */
async function lookWhoIsThere(tx: Tx, facts: readonly Fact<{ to: string; by: string }>[]): Promise<void> {
  const reopened = facts.filter(({ data }) => data.by === 'client' && data.to === 'open');
  const tickets = reopened.map(({ subject }) => subject.id);
  if (tickets.length > 0) {
    for (const { id } of await findStranded(tx.db, tickets, tx.now, { lock: false }))
      tx.enqueue(takeBackJob, { ticket: id }, { key: id });
  }
  await wakeQueues(tx);
}

const wake = (tx: Tx) => wakeQueues(tx);

export const reactions = [
  onAll(support.ticketOpened, 'assignment.wake-for-opened', wake),
  onAll(support.statusChanged, 'assignment.wake-for-status', lookWhoIsThere),
  onAll(support.queueChanged, 'assignment.wake-for-queue', wake),
  onAll(support.ticketAssigned, 'assignment.wake-for-assignee', wake),
  onAll(support.tagsChanged, 'assignment.wake-for-tags', wake),
  onAll(support.ticketSnoozed, 'assignment.wake-for-snoozed', wake),
  onAll(support.ticketWoken, 'assignment.wake-for-woken', wake),
  onAll(support.ticketMerged, 'assignment.wake-for-merged', wake),
  onAll(own.agentChanged, 'assignment.wake-for-agent', wake),
  onAll(own.presenceChanged, 'assignment.wake-for-presence', wake),
  onAll(own.queueSet, 'assignment.wake-for-way', wake),
];
