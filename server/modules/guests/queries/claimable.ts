import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { manageGroup } from '../../organizations/index.ts';
import { readAllTickets, useTickets } from '../../support/index.ts';
import type { Claimable } from '../contract.ts';

/** What was asked and ordered without an account from the person's own proven address, and where it can go. */
export async function listClaimable(db: Db, session: Session): Promise<Claimable[]> {
  const { rows } = await sql<Omit<Claimable, 'into' | 'can' | 'since'> & { since: Date }>`
    select g.organization_id as id, o.name, g.since, ${isWholeSql} as whole,
      (select count(*)::integer from support.tickets t where t.organization_id = g.organization_id) as tickets,
      array(select t.subject from support.tickets t where t.organization_id = g.organization_id
        order by t.last_message_at desc, t.id desc limit 3) as subjects,
      coalesce((
        select json_agg(json_build_object('number', r.number, 'title', (
          select i.names from orders.items i where i.organization_id = r.organization_id and i.order_id = r.id and i.position = 1)
        ) order by r.id desc)
        from (select * from orders.orders r where r.organization_id = g.organization_id order by r.id desc limit 10) r
      ), '[]') as orders
    from guests.guests g join identity.people p on p.email = g.email
      join organizations.organizations o on o.id = g.organization_id
    where p.id = ${session.person.id} and p.email_verified_at is not null and g.claimed_at is null
    order by g.since`.execute(db);
  return rows.map(({ since, ...row }) => {
    const into = placesOf(session, row.whole);
    return {
      ...row,
      since: since.toISOString(),
      into,
      can: { move: into.length === 0 ? { no: 'no_organization' } : true },
    };
  });
}

/**
 * Organizations that a guest can go into: for tickets those whose tickets all are the person's to read and write in, for one that stays
 * whole those below which they may make organizations.
 */
export function placesOf(
  { organizations }: Session,
  whole: boolean,
): { id: Id<'organization'>; name: string }[] {
  const needed = whole ? [manageGroup] : [useTickets, readAllTickets];
  return organizations
    .filter((one) => needed.every((permission) => mayAsMember(permission, one)) && !one.services)
    .map(({ id, name }) => ({ id, name }));
}

/** Of guest `g`: what was ordered and issued stays with the organization it was issued to. */
export const isWholeSql = sql<boolean>`(
  exists (select from orders.orders o where o.organization_id = g.organization_id)
  or exists (select from billing.invoices i where i.organization_id = g.organization_id)
  or exists (select from services.services s where s.organization_id = g.organization_id)
  or exists (select from offers.offers f where f.organization_id = g.organization_id))`;
