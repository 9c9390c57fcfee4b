import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { changeAsItIs } from '../../support/index.ts';
import { overflowOf } from '../domain/overflow.ts';
import { ticketPassedOn } from '../events.ts';
import type { SetQueue } from '../queries/queues.ts';
import { waits } from '../queries/waiting.ts';
import type { WaitingTicket } from '../queries/waiting.ts';
import { keepDecision } from './decide.ts';

/**
 * Notes of these tickets, whatever happened to them, since when they wait in a queue that gives out by itself, or that they do not any more.
 * Arrays are selected, so that a plan does not hang on how long they are and is kept.
 */
export async function noteWaiting(tx: Tx, tickets: readonly string[]): Promise<void> {
  await sql`delete from assignment.waiting w where w.ticket_id = any ((select ${tickets}::uuid[])::uuid[]) and ${stale}`.execute(
    tx.db,
  );
  await note(
    tx,
    sql`select t.id, t.queue, ${tx.now} from support.tickets t join assignment.queues q on q.queue = t.queue and q.way <> 'hand'
      where t.id = any ((select ${tickets}::uuid[])::uuid[]) and ${waits} order by t.id`,
  );
}

/** Notes since when all of a queue wait, where it is not known yet, and forgets those that do not any more. */
export async function keepWaiting(tx: Tx, queue: string): Promise<void> {
  await sql`delete from assignment.waiting w where w.queue = ${queue} and ${stale}`.execute(tx.db);
  await note(
    tx,
    sql`select t.id, t.queue, ${tx.now} from support.tickets t where t.queue = ${queue} and ${waits}
      and not exists (select from assignment.waiting w where w.ticket_id = t.id and w.queue = t.queue) order by t.id`,
  );
}

const stale = sql`not exists (select from support.tickets t where t.id = w.ticket_id and t.queue = w.queue and ${waits})`;

async function note(tx: Tx, found: RawBuilder<unknown>): Promise<void> {
  await sql`insert into assignment.waiting (ticket_id, queue, since) ${found}
    on conflict (ticket_id) do update set queue = excluded.queue, since = excluded.since, passed_by = '{}'
    where assignment.waiting.queue <> excluded.queue`.execute(tx.db);
}

/** To the queue that takes what nobody took here for too long, if there is one. */
export async function passOn(tx: Tx, queue: SetQueue, ticket: WaitingTicket): Promise<void> {
  const to = overflowOf(queue, ticket, tx.now);
  if (to === null) return;
  const { rows } = await sql`select from support.tickets t
    where t.id = ${ticket.id} and t.queue = ${queue.queue} and ${waits} for no key update skip locked`.execute(
    tx.db,
  );
  if (rows.length === 0) return;
  const about = { organizationId: ticket.organizationId, subject: { kind: 'ticket', id: ticket.id } };
  await changeAsItIs(tx, { id: null, name: queue.queue }, ticket.id, () => ({ queue: to }));
  tx.emit(ticketPassedOn, { ...about, data: { from: queue.queue, to } });
  await keepDecision(tx, { ticket: ticket.id, kind: 'passed_on', queue: queue.queue, toQueue: to });
  // Where people choose, it lies until they do; else it waits there from now on.
  await sql`delete from assignment.waiting where ticket_id = ${ticket.id}`.execute(tx.db);
  await sql`insert into assignment.waiting (ticket_id, queue, since, passed_by)
    select ${ticket.id}, queue, ${tx.now}, ${[...ticket.passedBy, queue.queue]} from assignment.queues
    where queue = ${to} and way <> 'hand'`.execute(tx.db);
}
