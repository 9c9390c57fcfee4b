import type { SessionPerson } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { notAMember } from '../contract.ts';
import { copyFresh } from './copy-address.ts';
import { addFollower } from './follow.ts';
import { sortAddresses } from './may-copy.ts';
import { openTicket } from './open-ticket.ts';
import type { NewTicket } from './open-ticket.ts';

export interface People {
  followers: readonly Id<'person'>[];
  /** Outside addresses; those of members follow instead. */
  copied: readonly string[];
}

/**
 * Opens a ticket together with those who follow it and those it is copied to, or not at all. Who they are is asked before anything is
 * written. Needs a transaction that sees everything. Errors: those of `openTicket` and `sortAddresses`, `not_a_member`.
 */
export async function openWithPeople(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  { followers, copied, ...ticket }: NewTicket & People,
): Promise<{ id: Id<'ticket'>; number: number }> {
  const { organization, author } = ticket;
  const side = author.kind;
  await requireMembers(tx, organization, followers);
  const { members, fresh } = await sortAddresses(tx, { organization, ticket: null, side }, copied);
  const { id, number } = await openTicket(tx, ticket);
  for (const follower of new Set([...followers, ...members]))
    await addFollower(tx, { organization, person: follower, owner: true, byRole: true }, id, follower);
  await copyFresh(tx, person, { organization, ticket: id, side }, fresh);
  return { id, number };
}

/** Errors: `not_a_member`. */
async function requireMembers(
  tx: Tx,
  organization: Id<'organization'>,
  people: readonly Id<'person'>[],
): Promise<void> {
  if (people.length === 0) return;
  const found = await tx.db
    .selectFrom('organizations.members')
    .select('person_id')
    .where('organization_id', '=', organization)
    .where('person_id', 'in', [...people])
    .execute();
  if (found.length === new Set(people).size) return;
  throw new Problem(notAMember, {
    fields: [{ path: 'followers', code: notAMember.code, message: notAMember.title }],
  });
}
