import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { defineJob } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { ticketWoken } from './events.ts';
import { snoozeOver } from './messages.ts';

/** The time has come, if it was not put off or brought back meanwhile. */
export const wakeTicketJob = defineJob({
  name: 'support.wake-ticket',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }) {
    await ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('support.tickets')
        .select(['organization_id', 'id', 'number', 'subject', 'snoozed_by'])
        .where('id', '=', id)
        .where('snoozed_until', '<=', tx.now)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (!due) return;
      await tx.db
        .updateTable('support.tickets')
        .set({ snoozed_at: null, snoozed_until: null, snoozed_by: null })
        .where('organization_id', '=', due.organization_id)
        .where('id', '=', id)
        .execute();
      tell(tx, due, 'time');
    });
  },
});

/** The client has written, which brought the ticket back at once; who put it away hears of it here, unless it is theirs: they do anyway. */
export async function tellOfWaking(
  tx: Tx,
  facts: readonly Fact<{ by: 'client' | 'staff' }>[],
): Promise<void> {
  const written = facts.filter(({ data }) => data.by === 'client').map(({ subject }) => subject.id);
  if (written.length === 0) return;
  const woken = await tx.db
    .updateTable('support.tickets as t')
    .from((eb) =>
      eb
        .selectFrom('support.tickets')
        .select(['organization_id', 'id', 'snoozed_by'])
        .where('id', 'in', written)
        .where('snoozed_by', 'is not', null)
        .where('snoozed_at', 'is', null)
        .forNoKeyUpdate()
        .as('w'),
    )
    .set({ snoozed_by: null })
    .whereRef('t.organization_id', '=', 'w.organization_id')
    .whereRef('t.id', '=', 'w.id')
    .returning(['t.organization_id', 't.id', 't.number', 't.subject', 't.assignee_id', 'w.snoozed_by'])
    .execute();
  for (const one of woken) tell(tx, one, 'client');
}

interface Woken {
  organization_id: string;
  id: string;
  number: bigint;
  subject: string;
  snoozed_by: string | null;
  assignee_id?: string | null;
}

function tell(tx: Tx, ticket: Woken, by: 'time' | 'client'): void {
  tx.emit(ticketWoken, {
    organizationId: ticket.organization_id as Id<'organization'>,
    subject: { kind: 'ticket', id: ticket.id },
    data: { by },
  });
  if (!ticket.snoozed_by || ticket.snoozed_by === ticket.assignee_id) return;
  tx.tell(snoozeOver, {
    to: { person: ticket.snoozed_by as Id<'person'> },
    occurrence: `${ticket.id} ${tx.now.toISOString()}`,
    data: { ticketId: ticket.id, number: Number(ticket.number), subject: ticket.subject, why: by },
  });
}
