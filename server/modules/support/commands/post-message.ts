import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { messagePosted, statusChanged } from '../events.ts';
import { documentOf } from '../search.ts';
import { attaching, requireAll } from './attach.ts';

export interface NewMessage {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  text: string;
  files: readonly Id<'file'>[];
  author: { kind: 'client' | 'staff'; id: Id<'person'>; name: string };
  /** Which tickets `t` the author may see. */
  visible: RawBuilder<boolean>;
  /** What else must hold of the ticket `t`, or the message is not posted. */
  provided: RawBuilder<boolean>;
  /** The columns of ticket `t` that this message changes besides those every message does; `b` is the ticket before it. */
  changes: RawBuilder<unknown>;
}

export interface Posted {
  messageId: Id<'message'>;
  number: number;
  subject: string;
  slug: string;
  from: TicketState;
  to: TicketState;
  assigneeBefore: Id<'person'> | null;
  assignee: Id<'person'> | null;
  /** Followers who are still members, without the author. */
  followers: Id<'person'>[];
}

/** Messages that share one row of the search. */
const partSize = 5;

/**
 * Posts a public message in one statement; null when `provided` does not hold. Two writers of one ticket take turns at its row, and
 * the later one sees what the earlier did. Errors: `not_found`, `unknown_upload`.
 */
export async function postMessage(tx: Tx, input: NewMessage): Promise<Posted | null> {
  const { organization, ticket: id, author, files } = input;
  const messageId = tx.newId<'message'>();
  const { now } = tx;
  const { rows } = await sql<Row>`
    with before as materialized (
      select t.status, t.settled_at, t.assignee_id from support.tickets t
      where ${input.visible} and t.id = ${id} for no key update
    ), ticket as (
      update support.tickets t set last_message_at = ${now}, last_message_id = ${messageId}, last_message_by = ${author.kind},
        messages = t.messages + 1, version = t.version + 1, ${input.changes}
      from before b where t.organization_id = ${organization} and t.id = ${id} and ${input.provided}
      returning t.number, t.subject, t.status, t.assignee_id, t.messages
    ), message as (
      insert into support.messages (organization_id, id, ticket_id, internal, author, author_id, author_name, body, posted_at)
      select ${organization}, ${messageId}, ${id}, false, ${author.kind}, ${author.id}, ${author.name}, ${input.text}, ${now}
      from ticket
    ), found as (
      insert into support.search as s (organization_id, ticket_id, internal, part, until, document)
      select ${organization}, ${id}, false, (messages - 1) / ${sql.lit(partSize)}, ${now}, ${documentOf(sql<string>`words`)}
      from (select messages, regexp_replace(subject, '[^[:alnum:]]+', ' ', 'g') || ' ' || ${plainWords(input.text)} as words
        from ticket) t
      on conflict (organization_id, ticket_id, internal, part)
        do update set document = s.document || excluded.document, until = excluded.until
    ), attached as (
      ${attaching({ organization, ticket: id, message: messageId, files, by: author, now })}
    )
    select b.status as "from", t.number, t.subject, t.status as "to", b.assignee_id as before, t.assignee_id as assignee,
      (select count(*)::integer from attached) as attached, o.slug,
      array(
        select f.person_id from support.followers f
        join organizations.members m on m.organization_id = f.organization_id and m.person_id = f.person_id
        where f.organization_id = ${organization} and f.ticket_id = ${id} and f.person_id <> ${author.id}
      ) as followers
    from before b left join ticket t on true join organizations.organizations o on o.id = ${organization}`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  if (row.to === null) return null;
  requireAll(files, row.attached);
  const about = { organizationId: organization, subject: { kind: 'ticket', id } };
  tx.emit(messagePosted, { ...about, data: { messageId, by: author.kind, public: true } });
  if (row.from !== row.to) {
    tx.emit(statusChanged, { ...about, data: { from: row.from, to: row.to, by: author.kind } });
  }
  return {
    messageId,
    number: Number(row.number),
    subject: row.subject,
    slug: row.slug,
    from: row.from,
    to: row.to,
    assigneeBefore: row.before,
    assignee: row.assignee,
    followers: row.followers,
  };
}

interface Row {
  from: TicketState;
  to: TicketState | null;
  number: bigint;
  subject: string;
  slug: string;
  before: Id<'person'> | null;
  assignee: Id<'person'> | null;
  attached: number;
  followers: Id<'person'>[];
}
