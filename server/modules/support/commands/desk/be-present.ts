import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { tellPassing } from '../../../../kernel/passing.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';

/** Who says nothing for so long is gone. Pages say it three times as often. */
export const presentSeconds = 45;

/** Somebody has the ticket before them. Others hear of it only when that is news. Errors: `not_found`. */
export async function bePresent(
  tx: Tx,
  person: Id<'person'>,
  ticket: Id<'ticket'>,
  typing: boolean,
): Promise<void> {
  const { rows } = await sql<{ found: boolean; was: boolean | null }>`
    with gone as (
      delete from support.presence where ticket_id = ${ticket} and person_id <> ${person} and until <= ${tx.now}
    ), said as (
      insert into support.presence (ticket_id, person_id, typing, until)
      select t.id, ${person}, ${typing}, ${new Date(tx.now.getTime() + presentSeconds * 1000)}
      from support.tickets t where t.id = ${ticket}
      on conflict (ticket_id, person_id) do update set typing = excluded.typing, until = excluded.until
      returning ticket_id
    )
    select exists (select from said) as found,
      (select p.typing from support.presence p
        where p.ticket_id = ${ticket} and p.person_id = ${person} and p.until > ${tx.now}) as was`.execute(
    tx.db,
  );
  const { found, was } = rows[0]!;
  if (!found) throw new Problem(notFound);
  if (was !== typing) tell(tx, ticket);
}

/** They turned to something else. */
export async function leave(tx: Tx, person: Id<'person'>, ticket: Id<'ticket'>): Promise<void> {
  const gone = await tx.db
    .deleteFrom('support.presence')
    .where('ticket_id', '=', ticket)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst();
  if (gone) tell(tx, ticket);
}

const tell = (tx: Tx, ticket: Id<'ticket'>) =>
  tellPassing(tx, {
    name: 'support.presence-changed',
    audience: 'staff',
    subject: { kind: 'ticket', id: ticket },
  });
