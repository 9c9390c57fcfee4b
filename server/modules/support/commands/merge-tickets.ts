import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { cannotMerge } from '../contract.ts';
import { ticketStates } from '../domain/ticket-states.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { ticketJoined, ticketMerged } from '../events.ts';

/**
 * Lets a ticket go on in another one of its organization: who followed it follows that one, what waits waits there, and what is written
 * here from now on is posted there. Messages stay where they were said. Errors: `not_found`, `cannot_merge`.
 */
export async function mergeTickets(tx: Tx, ticket: Id<'ticket'>, intoNumber: number): Promise<Id<'ticket'>> {
  const { rows } = await sql<Row>`
    select k.organization_id, k.id, k.number::integer as number, k.status, k.waiting_since from support.tickets k
    where k.organization_id = (select t.organization_id from support.tickets t where t.id = ${ticket})
      and (k.id = ${ticket} or k.number = ${intoNumber})
    order by k.id for no key update`.execute(tx.db);
  const from = rows.find(({ id }) => id === ticket);
  if (!from) throw new Problem(notFound);
  const into = rows.find(({ number }) => number === intoNumber);
  const takes = into && into.id !== ticket && into.status !== 'merged' && into.status !== 'spam';
  if (!takes || !ticketStates.canMove(from.status, 'merged')) throw new Problem(cannotMerge);
  const organization = from.organization_id;
  await sql`
    with followers as (
      insert into support.followers (organization_id, ticket_id, person_id, name, since)
      select f.organization_id, ${into.id}, f.person_id, f.name, ${tx.now} from support.followers f
      where f.organization_id = ${organization} and f.ticket_id = ${ticket}
      on conflict do nothing
    ), copied as (
      insert into support.copied (organization_id, ticket_id, id, address, name, side, added_by, added_by_name, since)
      select c.organization_id, ${into.id}, gen_random_uuid(), c.address, c.name, c.side, c.added_by, c.added_by_name, ${tx.now}
      from support.copied c where c.organization_id = ${organization} and c.ticket_id = ${ticket} and c.ended_at is null
      on conflict do nothing
    ), settled as (
      update support.tickets set status = 'merged', merged_into = ${into.id}, settled_at = ${tx.now}, waiting_since = null, touched_at = ${tx.now},
        version = version + 1
      where organization_id = ${organization} and id = ${ticket}
    ), earlier as (
      update support.tickets set merged_into = ${into.id} where organization_id = ${organization} and merged_into = ${ticket}
    )
    update support.tickets set version = version + 1, touched_at = ${tx.now},
      status = case when ${from.waiting_since !== null} and settled_at is not null then 'open' else status end,
      settled_at = case when ${from.waiting_since !== null} then null else settled_at end,
      waiting_since = case when ${from.waiting_since !== null}
        then least(waiting_since, ${from.waiting_since}::timestamptz) else waiting_since end
    where organization_id = ${organization} and id = ${into.id}`.execute(tx.db);
  tx.emit(ticketMerged, {
    organizationId: organization,
    subject: { kind: 'ticket', id: ticket },
    data: { into: into.id, from: from.status },
  });
  tx.emit(ticketJoined, {
    organizationId: organization,
    subject: { kind: 'ticket', id: into.id },
    data: { from: ticket },
  });
  return into.id;
}

interface Row {
  organization_id: Id<'organization'>;
  id: Id<'ticket'>;
  number: number;
  status: TicketState;
  waiting_since: Date | null;
}
