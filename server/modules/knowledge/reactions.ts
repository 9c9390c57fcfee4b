import { on } from '../../kernel/events/reactions.ts';
import { ticketOpened } from '../support/events.ts';

const day = 86_400_000;

export const reactions = [
  // Whoever was shown articles and sent a ticket within a day was not helped by them, whichever way the ticket came.
  on(ticketOpened, 'knowledge.count-ticket-sent-anyway', async (tx, { actor, data, happenedAt }) => {
    if (data.by !== 'client' || actor.id === null) return;
    await tx.db
      .updateTable('knowledge.askings')
      .set({ asked_at: happenedAt })
      .where('person_id', '=', actor.id)
      .where('started_at', '>', new Date(happenedAt.getTime() - day))
      .where('asked_at', 'is', null)
      .execute();
  }),
];
