import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Closed } from '../domain/asking.ts';

/** The ticket of a question as it is now, and whom it asks. */
export interface AboutRating extends Closed {
  organization: Id<'organization'>;
  ticketId: string;
  number: number;
  subject: string;
  person: Id<'person'>;
  personName: string;
  guest: boolean;
  client: string;
  assignee: Id<'person'> | null;
}

export async function readAbout(db: Db, rating: Id<'rating'>): Promise<AboutRating> {
  const { rows } = await sql<AboutRating>`
    select t.organization_id as organization, t.id as "ticketId", t.number::integer as number, t.subject, t.status, t.queue,
      t.first_answer_at as "firstAnswerAt", t.assignee_id as assignee, r.person_id as person, p.name as "personName",
      o.kind = 'guest' as guest, o.name as client,
      p.disabled_at is null and (o.kind = 'guest' or exists (
        select from organizations.members m where m.organization_id = o.id and m.person_id = p.id)) as there,
      (select max(other.asked_at) from feedback.ratings other where other.person_id = r.person_id) as "lastAskedAt"
    from feedback.ratings r join support.tickets t on t.id = r.ticket_id
      join organizations.organizations o on o.id = t.organization_id
      join identity.people p on p.id = r.person_id
    where r.id = ${rating}`.execute(db);
  return rows[0]!;
}
