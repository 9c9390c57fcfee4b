import { sql } from 'kysely';
import type { Locale } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { wrongState } from '../../../../kernel/values/state-machine.ts';
import type { SplitBody } from '../../desk-contract.ts';
import { cannotSplit } from '../../desk-contract.ts';
import { plainWords } from '../../domain/search-words.ts';
import type { Priority, TicketKind } from '../../domain/ticket-states.ts';
import { ticketSplit, ticketSplitOff } from '../../events.ts';
import { messagesFrom } from '../../queries/messages-from.ts';
import type { Said } from '../../queries/messages-from.ts';
import { lock } from '../change-ticket.ts';
import { messageRow } from '../message-row.ts';
import { openTicket } from '../open-ticket.ts';
import { copyFiles } from './copy-files.ts';
import { copyMentions } from './copy-mentions.ts';

/**
 * What somebody said, perhaps with all that followed, becomes a ticket of its own. It stays where it was said as well: the new ticket begins
 * with the same words and files at their own times. The old ticket's clocks go on as they are, those of the new one begin now; who
 * waits there waits since they wrote. Errors: `not_found`, `wrong_state`, `cannot_split`.
 */
export async function splitTicket(
  tx: Tx,
  ticket: Id<'ticket'>,
  { message, following, subject }: SplitBody,
): Promise<{ id: Id<'ticket'>; number: number }> {
  const old = await lock(tx, ticket);
  if (old.status === 'merged') throw new Problem(wrongState, { facts: { from: 'merged' } });
  const organization = old.organization_id as Id<'organization'>;
  const [first, ...others] = await messagesFrom(tx.db, { organization, ticket, message, following });
  if (!first) throw new Problem(notFound);
  if (first.internal) throw new Problem(cannotSplit);
  const more = await tx.db
    .selectFrom('support.tickets')
    .select(['language', 'offer_id', 'requester_id', 'requester_name', 'parent_id'])
    .where('organization_id', '=', organization)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow();
  const last = [first, ...others].findLast(({ internal }) => !internal)!;
  const waits = last.author === 'client';
  const stillWaits = old.waiting_since !== null && first.posted_at >= old.waiting_since;
  const opened = await openTicket(tx, {
    organization,
    subject,
    text: first.body,
    kind: old.kind as TicketKind,
    priority: old.priority as Priority,
    queue: old.queue,
    language: (more.language as Locale | null) ?? undefined,
    serviceId: old.service_id as Id<'service'> | null,
    invoiceId: old.invoice_id as Id<'invoice'> | null,
    offerId: more.offer_id as Id<'offer'> | null,
    files: [],
    requester:
      first.author === 'client'
        ? { id: first.author_id, name: first.author_name }
        : { id: more.requester_id as Id<'person'>, name: more.requester_name },
    author: { kind: first.author, id: first.author_id, name: first.author_name },
    postedAt: first.posted_at,
    waitingSince: stillWaits ? first.posted_at : tx.now,
    status: waits ? 'open' : 'waiting_customer',
  });
  const kept = new Map([[first.id, opened.messageId]]);
  for (const said of others) kept.set(said.id, await repeat(tx, organization, opened.id, subject, said));
  await copyFiles(tx, organization, opened.id, kept);
  await copyMentions(tx, organization, opened.id, kept);
  const said = [first, ...others].filter(({ internal }) => !internal);
  await sql`with followers as (
      insert into support.followers (organization_id, ticket_id, person_id, name, since)
      select f.organization_id, ${opened.id}, f.person_id, f.name, ${tx.now} from support.followers f
      where f.organization_id = ${organization} and f.ticket_id = ${ticket} on conflict do nothing
    ), copied as (
      insert into support.copied (organization_id, ticket_id, id, address, name, side, added_by, added_by_name, since)
      select c.organization_id, ${opened.id}, gen_random_uuid(), c.address, c.name, c.side, c.added_by, c.added_by_name, ${tx.now}
      from support.copied c where c.organization_id = ${organization} and c.ticket_id = ${ticket} and c.ended_at is null
      on conflict do nothing
    )
    update support.tickets set messages = ${said.length}, last_message_id = ${kept.get(last.id)!},
      last_message_by = ${last.author}, unread_by_client = false, parent_id = ${more.parent_id ?? ticket}
    where organization_id = ${organization} and id = ${opened.id}`.execute(tx.db);
  const about = (id: string) => ({ organizationId: organization, subject: { kind: 'ticket', id } });
  tx.emit(ticketSplit, { ...about(ticket), data: { into: opened.id, messages: kept.size } });
  tx.emit(ticketSplitOff, { ...about(opened.id), data: { from: ticket } });
  return { id: opened.id, number: opened.number };
}

async function repeat(
  tx: Tx,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  subject: string,
  said: Said,
): Promise<Id<'message'>> {
  const id = tx.newId<'message'>();
  const row = messageRow(tx, {
    organization,
    ticket,
    id,
    author: { kind: said.author, id: said.author_id, name: said.author_name },
    text: said.body,
    internal: said.internal,
    postedAt: said.posted_at,
  });
  await sql`select support.add_message(jsonb_populate_record(null::support.messages, ${row}),
    ${plainWords(`${subject} ${said.body}`)}, 0, '{}', ${tx.now})`.execute(tx.db);
  return id;
}
