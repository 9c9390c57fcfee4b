import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { onAll } from '../../kernel/events/reactions.ts';
import * as support from '../support/events.ts';
import { findStranded } from './commands/take-back.ts';
import { noteWaiting } from './commands/wait.ts';
import * as own from './events.ts';
import { tellOfNew } from './tell-of-new.ts';
import { takeBackJob, wakeQueues } from './jobs.ts';

/** A client's answer that opens a ticket again: whoever has it may be away. */
async function lookWhoIsThere(tx: Tx, facts: readonly Fact<{ to: string; by: string }>[]): Promise<void> {
  const reopened = facts.filter(({ data }) => data.by === 'client' && data.to === 'open');
  const tickets = reopened.map(({ subject }) => subject.id);
  if (tickets.length > 0) {
    for (const { id } of await findStranded(tx.db, tickets, tx.now, { lock: false }))
      tx.enqueue(takeBackJob, { ticket: id }, { key: id });
  }
  await wakeFor(tx, facts);
}

/** What waits is noted here, so that a queue whose hands are full has nothing to look for. */
async function wakeFor(tx: Tx, facts: readonly Fact[]): Promise<void> {
  await noteWaiting(
    tx,
    facts.map(({ subject }) => subject.id),
  );
  await wakeQueues(tx, { all: false });
}

/** Both for one mark of the fact. */
async function lookAtNew(tx: Tx, facts: Parameters<typeof tellOfNew>[1]): Promise<void> {
  await Promise.all([tellOfNew(tx, facts), wakeFor(tx, facts)]);
}

const wake = (tx: Tx) => wakeQueues(tx, { all: false });

export const reactions = [
  onAll(support.ticketOpened, 'assignment.wake-for-opened', lookAtNew),
  onAll(support.statusChanged, 'assignment.wake-for-status', lookWhoIsThere),
  onAll(support.queueChanged, 'assignment.wake-for-queue', wakeFor),
  onAll(support.ticketAssigned, 'assignment.wake-for-assignee', wakeFor),
  onAll(support.tagsChanged, 'assignment.wake-for-tags', wakeFor),
  onAll(support.ticketSnoozed, 'assignment.wake-for-snoozed', wakeFor),
  onAll(support.ticketWoken, 'assignment.wake-for-woken', wakeFor),
  onAll(support.ticketMerged, 'assignment.wake-for-merged', wakeFor),
  onAll(own.agentChanged, 'assignment.wake-for-agent', wake),
  onAll(own.presenceChanged, 'assignment.wake-for-presence', wake),
  onAll(own.queueSet, 'assignment.wake-for-way', (tx) => wakeQueues(tx, { all: true })),
];
