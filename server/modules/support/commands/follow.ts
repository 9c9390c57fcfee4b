import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { notAMember } from '../contract.ts';
import { followerAdded, followerRemoved } from '../events.ts';
import type { Seeing } from '../seeing.ts';
import { visible } from '../seeing.ts';

/** Lets a colleague read a ticket and be told of its replies. Errors: `not_found`, `not_a_member`. */
export async function addFollower(
  tx: Tx,
  seeing: Seeing,
  ticket: Id<'ticket'>,
  person: Id<'person'>,
): Promise<void> {
  const { organization } = seeing;
  const { rows } = await sql<{ member: boolean; added: boolean }>`
    with colleague as (
      select m.id, m.name from organizations.member_names(${organization}) m where m.id = ${person}
    ), added as (
      insert into support.followers (organization_id, ticket_id, person_id, name, since)
      select t.organization_id, t.id, c.id, c.name, ${tx.now} from support.tickets t cross join colleague c
      where ${visible(seeing)} and t.id = ${ticket}
      on conflict do nothing returning person_id
    )
    select exists (select from colleague) as member, exists (select from added) as added
    from support.tickets t where ${visible(seeing)} and t.id = ${ticket}`.execute(tx.db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  if (!found.member) throw new Problem(notAMember);
  if (!found.added) return;
  tx.emit(followerAdded, {
    organizationId: organization,
    subject: { kind: 'ticket', id: ticket },
    data: { personId: person },
  });
}

/** Errors: `not_found`, also when the person did not follow. */
export async function removeFollower(
  tx: Tx,
  seeing: Seeing,
  ticket: Id<'ticket'>,
  person: Id<'person'>,
): Promise<void> {
  const { rows } = await sql`
    delete from support.followers d using support.tickets t
    where d.organization_id = t.organization_id and d.ticket_id = t.id and d.person_id = ${person}
      and ${visible(seeing)} and t.id = ${ticket} returning d.person_id`.execute(tx.db);
  if (rows.length === 0) throw new Problem(notFound);
  tx.emit(followerRemoved, {
    organizationId: seeing.organization,
    subject: { kind: 'ticket', id: ticket },
    data: { personId: person },
  });
}
