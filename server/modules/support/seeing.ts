import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Membership, Session } from '../../kernel/auth/actor.ts';
import { mayAsMember } from '../../kernel/auth/actor.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { readAllTickets } from './permissions.ts';

/** Which tickets of an organization somebody may see: all, or those they follow. */
export interface Seeing {
  organization: Id<'organization'>;
  person: Id<'person'>;
  all: boolean;
}

export function seeingOf({ id, role }: Membership, { person }: Session): Seeing {
  return { organization: id, person: person.id, all: mayAsMember(readAllTickets, role) };
}

/** The condition on ticket `t`: row-level security keeps organizations apart, this keeps colleagues apart. */
export function visible({ organization, person, all }: Seeing): RawBuilder<boolean> {
  const own = sql<boolean>`t.organization_id = ${organization}`;
  if (all) return own;
  return sql<boolean>`${own} and exists (select from support.followers f
    where f.organization_id = t.organization_id and f.ticket_id = t.id and f.person_id = ${person})`;
}
