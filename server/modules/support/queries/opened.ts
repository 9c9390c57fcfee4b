import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Fact } from '../../../kernel/events/define.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';

export interface Opened {
  ticketId: Id<'ticket'>;
  organization: Id<'organization'>;
  number: number;
  subject: string;
  /** Who wrote the first message, and what. */
  by: string;
  author: Id<'person'>;
  text: string;
  /** The organization's part of addresses. */
  slug: string;
  /** Those who are still members. */
  followers: Id<'person'>[];
}

/**
 * What there is to tell of tickets that were opened, in one statement for all of them. Arrays are selected, so that its plan does not hang on
 * how long they are and is kept. The message is asked for apart: joined, all messages of the client would be read for each ticket.
 */
export async function findOpened(
  db: Db,
  facts: readonly Fact<{ messageId: string }>[],
): Promise<(fact: Fact) => Opened> {
  const { rows } = await sql<Opened>`
    select t.id as "ticketId", t.organization_id as organization, t.number::integer as number, t.subject, m.author_name as by, m.author_id as author,
      m.body as text, o.slug,
      array(select f.person_id from support.followers f
        join organizations.members b on b.organization_id = f.organization_id and b.person_id = f.person_id
        where f.organization_id = t.organization_id and f.ticket_id = t.id) as followers
    from unnest((select ${facts.map((fact) => fact.organizationId)}::uuid[]), (select ${facts.map((fact) => fact.subject.id)}::uuid[]),
        (select ${facts.map((fact) => fact.data.messageId)}::uuid[])) as told (organization_id, ticket_id, message_id)
      join support.tickets t on t.organization_id = told.organization_id and t.id = told.ticket_id
      cross join lateral (select m.* from support.messages m
        where m.organization_id = told.organization_id and m.id = told.message_id offset 0) m
      join organizations.organizations o on o.id = told.organization_id`.execute(db);
  const opened = new Map<string, Opened>(rows.map((row) => [row.ticketId, row]));
  return ({ subject }) => {
    const found = opened.get(subject.id);
    assert(found, 'a ticket that was opened is there');
    return found;
  };
}
