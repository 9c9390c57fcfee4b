import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { SessionPerson } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { copiedAdded } from '../events.ts';
import { addFollower } from './follow.ts';
import { sortAddresses } from './may-copy.ts';

export interface Copying {
  /** The condition on ticket `t`. */
  visible: RawBuilder<boolean>;
  ticket: Id<'ticket'>;
  address: string;
  side: 'client' | 'staff';
}

/**
 * Copies the public replies of a ticket to an outside address from now on; a member of the organization follows it instead. Needs a
 * transaction that sees everything. Errors: `not_found`, those of `sortAddresses`.
 */
export async function copyAddress(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  { visible, ticket, address, side }: Copying,
): Promise<{ id: Id<'copied'> | null; colleague: boolean }> {
  // Nobody settles or moves it meanwhile.
  const { rows: held } = await sql<{ organization: Id<'organization'> }>`
    select t.organization_id as organization from support.tickets t where ${visible} and t.id = ${ticket}
    for no key update`.execute(tx.db);
  const organization = held[0]?.organization;
  if (!organization) throw new Problem(notFound);
  const { members, active, fresh } = await sortAddresses(tx, { organization, ticket, side }, [address]);
  for (const member of members)
    await addFollower(tx, { organization, person: member, owner: true, byRole: true }, ticket, member);
  const [added] = await copyFresh(tx, person, { organization, ticket, side }, fresh);
  return { id: added ?? active[0] ?? null, colleague: members.length > 0 };
}

/** Copies to addresses that may be (`sortAddresses`). */
export async function copyFresh(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  of: { organization: Id<'organization'>; ticket: Id<'ticket'>; side: 'client' | 'staff' },
  addresses: readonly string[],
): Promise<Id<'copied'>[]> {
  const { organization, ticket, side } = of;
  const ids: Id<'copied'>[] = [];
  for (const address of addresses) {
    const { rows } = await sql<{ id: Id<'copied'> }>`
      insert into support.copied (organization_id, ticket_id, id, address, side, added_by, added_by_name, since)
      values (${organization}, ${ticket}, ${tx.newId<'copied'>()}, ${address}, ${side}, ${person.id}, ${person.name}, ${tx.now})
      on conflict (organization_id, ticket_id, address) do update set side = excluded.side, added_by = excluded.added_by,
        added_by_name = excluded.added_by_name, since = excluded.since, ended_at = null, ended_by = null
      returning id`.execute(tx.db);
    const { id } = rows[0]!;
    ids.push(id);
    tx.emit(copiedAdded, {
      organizationId: organization,
      subject: { kind: 'ticket', id: ticket },
      data: { copiedId: id, by: side },
    });
  }
  return ids;
}
