import { sql } from 'kysely';
import { onAll } from '../../kernel/events/reactions.ts';
import { ticketOpened } from '../support/events.ts';

export const reactions = [
  // Whoever was shown articles and sent a ticket within a day was not helped by them, whichever way the ticket came.
  onAll(ticketOpened, 'knowledge.count-ticket-sent-anyway', async (tx, facts) => {
    const sent = facts.filter(({ actor, data }) => data.by === 'client' && actor.kind === 'person');
    if (sent.length === 0) return;
    await sql`
      update knowledge.askings a set asked_at = s.at
      from (
        select person_id, min(at) as at
        from unnest(${sent.map(({ actor }) => actor.id)}::uuid[], ${sent.map(({ happenedAt }) => happenedAt)}::timestamptz[])
          as told (person_id, at)
        group by person_id
      ) s
      where a.person_id = s.person_id and a.started_at > s.at - interval '1 day' and a.asked_at is null`.execute(
      tx.db,
    );
  }),
];
