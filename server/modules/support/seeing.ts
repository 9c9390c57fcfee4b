import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Membership, Session } from '../../kernel/auth/actor.ts';
import { mayAsMember } from '../../kernel/auth/actor.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { readAllTickets } from './permissions.ts';

/** Which tickets of an organization somebody may see: all, or those they follow, as the organization shares them. */
export interface Seeing {
  organization: Id<'organization'>;
  person: Id<'person'>;
  owner: boolean;
  /** Their role says that they read all. */
  byRole: boolean;
}

export function seeingOf(membership: Membership, { person }: Session): Seeing {
  return {
    organization: membership.id,
    person: person.id,
    owner: membership.role === 'owner',
    byRole: mayAsMember(readAllTickets, membership),
  };
}

/** Whether they read all; asked once for a statement. */
export function seesAll({ organization, person, owner, byRole }: Seeing): RawBuilder<boolean> {
  return sql<boolean>`(select support.sees_all(${organization}, ${person}, ${owner}, ${byRole}))`;
}

/** The person, where they read only what they follow; null where they read all. */
export function onlyFollower(seeing: Seeing): RawBuilder<Id<'person'> | null> {
  return sql<Id<'person'> | null>`case when ${seesAll(seeing)} then null::uuid else ${seeing.person}::uuid end`;
}

/** The condition on ticket `t`: row-level security keeps organizations apart, this keeps colleagues apart. */
export function visible(seeing: Seeing): RawBuilder<boolean> {
  const own = sql<boolean>`t.organization_id = ${seeing.organization}`;
  // Owners see all whatever is set, so that most pages ask nothing more.
  if (seeing.owner) return own;
  return sql<boolean>`${own} and (${seesAll(seeing)} or exists (select from support.followers f
    where f.organization_id = t.organization_id and f.ticket_id = t.id and f.person_id = ${seeing.person}))`;
}
