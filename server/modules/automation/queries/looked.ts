import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Looked } from '../domain/rules.ts';

export interface LookedTicket extends Looked {
  id: Id<'ticket'>;
  number: number;
  subject: string;
  status: string;
  assigneeId: Id<'person'> | null;
  organizationId: Id<'organization'>;
}

/**
 * Tickets with the words of these messages, or of their latest where it is null, in the order asked; those that are gone are left out. The
 * message is asked for in a query of its own: joined by either of two columns, all messages of the client would be read for each ticket. Arrays
 * are selected, so that a plan does not hang on how long they are and is kept: to make one takes longer than to run it.
 */
export async function readLooked(
  db: Db,
  asked: readonly { ticket: string; message: string | null }[],
): Promise<LookedTicket[]> {
  const { rows } = await sql<LookedTicket>`
    select t.id, t.number::integer as number, t.subject, t.kind, t.queue, t.priority, t.status, t.language, t.tags,
      t.organization_id as "organizationId", o.slug as organization, x.tier_id as tier, c.slug as product, t.assignee_id is not null as assigned, t.assignee_id as "assigneeId",
      t.subject || chr(10) || coalesce((select m.body from support.messages m
        where m.organization_id = t.organization_id and m.id = coalesce(a.message_id, t.last_message_id)), '') as words
    from unnest((select ${asked.map(({ ticket }) => ticket)}::uuid[]), (select ${asked.map(({ message }) => message)}::uuid[]))
      with ordinality a (ticket_id, message_id, at)
    join support.tickets t on t.id = a.ticket_id
    join organizations.organizations o on o.id = t.organization_id
    left join organizations.client_tiers x on x.organization_id = t.organization_id
    left join services.services s on s.organization_id = t.organization_id and s.id = t.service_id
    left join catalog.plans p on p.id = s.plan_id
    left join catalog.products c on c.id = p.product_id
    order by a.at`.execute(db);
  return rows;
}
