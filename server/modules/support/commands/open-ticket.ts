import { sql } from 'kysely';
import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import type { Hindrance, Impact } from '../domain/priority-matrix.ts';
import { queueFor } from '../domain/ticket-states.ts';
import type { Priority, TicketKind, TicketState } from '../domain/ticket-states.ts';
import { ticketOpened } from '../events.ts';
import { requireAll, uploadedAfter } from './attach.ts';
import { priorityMatrix } from '../settings.ts';
import { whenLinked } from './link.ts';
import { messageRow } from './message-row.ts';
import type { Author } from './message-row.ts';

export interface NewTicket {
  organization: Id<'organization'>;
  subject: string;
  text: string;
  kind: TicketKind;
  /** Where it is not said, impact and hindrance propose it; else it is normal. */
  priority?: Priority | undefined;
  impact?: Impact | undefined;
  hindrance?: Hindrance | undefined;
  /** What it is written in, as far as one knows. */
  language?: Locale | undefined;
  queue?: string | undefined;
  serviceId: Id<'service'> | null;
  invoiceId: Id<'invoice'> | null;
  offerId?: Id<'offer'> | null;
  files: readonly Id<'file'>[];
  followUpOf?: Id<'ticket'>;
  requester: { id: Id<'person'>; name: string };
  author: Author;
  /** When it was said, and since when somebody waits, where that is not now. */
  postedAt?: Date;
  waitingSince?: Date;
  status: Extract<TicketState, 'new' | 'open' | 'waiting_customer'>;
}

/** Opens a ticket with its first message, in one statement. Errors: `unknown_link`, `unknown_upload`. */
export async function openTicket(
  tx: Tx,
  input: NewTicket,
): Promise<{ id: Id<'ticket'>; number: number; messageId: Id<'message'> }> {
  const { organization, requester, author, files, followUpOf = null } = input;
  const id = tx.newId<'ticket'>();
  const messageId = tx.newId<'message'>();
  const queue = queueFor(input);
  const ticket = {
    organization_id: organization,
    id,
    subject: input.subject,
    kind: input.kind,
    priority: input.priority,
    impact: input.impact,
    hindrance: input.hindrance,
    language: input.language,
    status: input.status,
    queue,
    service_id: input.serviceId,
    invoice_id: input.invoiceId,
    follow_up_of: followUpOf,
    requester_id: requester.id,
    requester_name: requester.name,
    opened_at: tx.now,
    waiting_since: input.status === 'waiting_customer' ? null : (input.waitingSince ?? tx.now),
  };
  const message = messageRow(tx, {
    organization,
    ticket: id,
    id: messageId,
    author,
    text: input.text,
    postedAt: input.postedAt,
  });
  const { rows } = await whenLinked(
    sql<{ number: bigint; priority: Priority; attached: number }>`
      select * from support.open_ticket(${JSON.stringify(ticket)}, ${message},
        ${plainWords(`${input.subject} ${input.text}`)}, ${files}, ${uploadedAfter(tx.now)},
        ${JSON.stringify(priorityMatrix.default)})`.execute(tx.db),
  );
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  if (input.offerId)
    await whenLinked(sql`select support.name_offer(${organization}, ${id}, ${input.offerId})`.execute(tx.db));
  requireAll(files, row.attached);
  tx.emit(ticketOpened, {
    organizationId: organization,
    subject: { kind: 'ticket', id },
    data: {
      messageId,
      kind: input.kind,
      priority: row.priority,
      queue,
      by: author.kind,
      followUpOf,
      status: input.status,
    },
  });
  return { id, number: Number(row.number), messageId };
}
