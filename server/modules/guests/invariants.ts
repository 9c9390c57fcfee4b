import { sql } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';
import { readSetting } from '../../kernel/settings.ts';
import { guestOrders } from './settings.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'guests.nobody-is-a-member-until-it-is-claimed',
    async violations(db, limit) {
      const { rows } = await sql<{ name: string }>`
        select o.name from guests.guests g join organizations.organizations o on o.id = g.organization_id
        where g.claimed_at is null and (o.kind <> 'guest'
          or exists (select from organizations.members m where m.organization_id = o.id)) limit ${limit}`.execute(
        db,
      );
      return rows.map(({ name }) => `${name} is a guest's and has members all the same`);
    },
  },
  {
    name: 'guests.claimed-ones-leave-nothing-behind',
    async violations(db, limit) {
      const { rows } = await sql<{ name: string }>`
        select o.name from guests.guests g join organizations.organizations o on o.id = g.organization_id
        where g.claimed_at is not null and (exists (select from guests.keys k where k.organization_id = o.id)
          or g.claimed_into <> o.id and (
            exists (select from support.tickets t where t.organization_id = o.id)
            or exists (select from orders.orders r where r.organization_id = o.id)))
        limit ${limit}`.execute(db);
      return rows.map(({ name }) => `${name} was claimed and still has links, tickets or orders of its own`);
    },
  },
  {
    name: 'guests.unpaid-orders-are-few',
    async violations(db, limit) {
      const { value } = await readSetting(db, guestOrders);
      const { rows } = await sql<{ name: string }>`
        select org.name from guests.guests g join organizations.organizations org on org.id = g.organization_id
        where g.claimed_at is null and (select count(*) from orders.orders o
          where o.organization_id = g.organization_id and o.status = 'pending_payment') > ${value.unpaidPerGuest}
        limit ${limit}`.execute(db);
      return rows.map(({ name }) => `${name} has more unpaid orders than a guest may have`);
    },
  },
];
