import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Priority, TicketKind } from '../domain/ticket-states.ts';
import { openTicket } from './open-ticket.ts';

export interface ClientReply {
  ticket: Id<'ticket'>;
  text: string;
  files: readonly Id<'file'>[];
}

/** Turns a reply to a ticket that was settled long ago into a ticket that goes on from it, about the same things. */
export async function openFollowUp(
  tx: Tx,
  organization: Id<'organization'>,
  person: { id: Id<'person'>; name: string },
  { ticket, text, files }: ClientReply,
  /** Who asked before goes on asking, where somebody else wrote. */
  keepRequester = false,
): Promise<{ messageId: Id<'message'>; opened: { id: Id<'ticket'>; number: number } }> {
  const old = await tx.db
    .selectFrom('support.tickets')
    .select([
      'subject',
      'kind',
      'priority',
      'queue',
      'service_id',
      'invoice_id',
      'offer_id',
      'language',
      'requester_id',
      'requester_name',
    ])
    .where('organization_id', '=', organization)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow();
  const author = { id: person.id, name: person.name };
  const opened = await openTicket(tx, {
    organization,
    subject: old.subject,
    text,
    kind: old.kind as TicketKind,
    priority: old.priority as Priority,
    queue: old.queue,
    serviceId: old.service_id as Id<'service'> | null,
    invoiceId: old.invoice_id as Id<'invoice'> | null,
    offerId: old.offer_id as Id<'offer'> | null,
    files,
    language: (old.language as Locale | null) ?? undefined,
    followUpOf: ticket,
    requester: keepRequester ? { id: old.requester_id as Id<'person'>, name: old.requester_name } : author,
    author: { kind: 'client', ...author },
    status: 'new',
  });
  return { messageId: opened.messageId, opened: { id: opened.id, number: opened.number } };
}
