import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Considered } from '../domain/choose-agent.ts';

interface Decision {
  ticket: Id<'ticket'>;
  kind: 'given' | 'passed_on' | 'taken_back';
  queue: string;
  toQueue?: string;
  person?: Id<'person'>;
  way?: string;
  considered?: readonly Considered[];
}

/** Keeps what was done by itself to a ticket, and why. */
export async function keepDecision(tx: Tx, decision: Decision): Promise<void> {
  const { ticket, kind, queue, toQueue, person, way, considered } = decision;
  await tx.db
    .insertInto('assignment.decisions')
    .values({
      id: tx.newId<'decision'>(),
      ticket_id: ticket,
      kind,
      queue,
      to_queue: toQueue ?? null,
      person_id: person ?? null,
      way: way ?? null,
      considered: JSON.stringify(considered ?? []),
      made_at: tx.now,
    })
    .execute();
}
