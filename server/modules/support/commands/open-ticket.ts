import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import { queueFor } from '../domain/ticket-states.ts';
import type { Priority, TicketKind, TicketState } from '../domain/ticket-states.ts';
import { ticketOpened } from '../events.ts';
import { documentOf } from '../search.ts';
import { attaching, requireAll } from './attach.ts';
import { whenLinked } from './link.ts';

export interface NewTicket {
  organization: Id<'organization'>;
  subject: string;
  text: string;
  kind: TicketKind;
  priority: Priority;
  queue?: string | undefined;
  serviceId: Id<'service'> | null;
  invoiceId: Id<'invoice'> | null;
  files: readonly Id<'file'>[];
  followUpOf?: Id<'ticket'>;
  requester: { id: Id<'person'>; name: string };
  author: { kind: 'client' | 'staff'; id: Id<'person'>; name: string };
  status: Extract<TicketState, 'new' | 'open' | 'waiting_customer'>;
}

/**
 * Opens a ticket with its first message, in one statement: this is among the busiest writes there are.
 * Errors: `unknown_link`, `unknown_upload`.
 */
export async function openTicket(
  tx: Tx,
  input: NewTicket,
): Promise<{ id: Id<'ticket'>; number: number; messageId: Id<'message'> }> {
  const { organization, subject, author, requester, files } = input;
  const id = tx.newId<'ticket'>();
  const messageId = tx.newId<'message'>();
  const { now } = tx;
  const waiting = input.status === 'waiting_customer' ? null : now;
  const byClient = author.kind === 'client';
  const queue = queueFor(input);
  const words = plainWords(`${subject} ${input.text}`);
  const { rows } = await whenLinked(
    sql<{ number: bigint; attached: number }>`
      with ticket as (
        insert into support.tickets (organization_id, id, subject, kind, priority, status, queue, service_id, invoice_id,
          follow_up_of, requester_id, requester_name, opened_at, last_message_at, last_message_id, last_message_by, messages,
          waiting_since, unread_by_client, unread_by_staff)
        values (${organization}, ${id}, ${subject}, ${input.kind}, ${input.priority}, ${input.status}, ${queue},
          ${input.serviceId}, ${input.invoiceId}, ${input.followUpOf ?? null}, ${requester.id}, ${requester.name}, ${now}, ${now},
          ${messageId}, ${author.kind}, 1, ${waiting}, ${!byClient}, ${byClient})
        returning number
      ), message as (
        insert into support.messages (organization_id, id, ticket_id, internal, author, author_id, author_name, body, posted_at)
        values (${organization}, ${messageId}, ${id}, false, ${author.kind}, ${author.id}, ${author.name}, ${input.text}, ${now})
      ), followed as (
        insert into support.followers (organization_id, ticket_id, person_id, name, since)
        values (${organization}, ${id}, ${requester.id}, ${requester.name}, ${now})
      ), found as (
        insert into support.search (organization_id, ticket_id, internal, part, until, document)
        select ${organization}, ${id}, false, 0, ${now}, ${documentOf(sql<string>`w.words`)} from (select ${words}::text as words) w
      ), attached as (
        ${attaching({ organization, ticket: id, message: messageId, files, by: author, now })}
      )
      select number, (select count(*)::integer from attached) as attached from ticket`.execute(tx.db),
  );
  const { number, attached } = rows[0]!;
  requireAll(files, attached);
  tx.emit(ticketOpened, {
    organizationId: organization,
    subject: { kind: 'ticket', id },
    data: {
      messageId,
      kind: input.kind,
      priority: input.priority,
      queue,
      by: author.kind,
      followUpOf: input.followUpOf ?? null,
    },
  });
  return { id, number: Number(number), messageId };
}
