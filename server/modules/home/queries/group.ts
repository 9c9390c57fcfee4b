import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { readInvoices } from '../../billing/index.ts';
import { readServices } from '../../services/index.ts';
import { readAllTickets } from '../../support/index.ts';

/**
 * An organization and all below it at a glance: what runs, what is asked, and what is owed for each, whoever of them owes it. Of each
 * only what this person may see there. Needs a transaction that sees all organizations of the person.
 */
export async function readGroup(db: Db, { id }: Membership, { organizations }: Session): Promise<JsonText> {
  const where = (permission: Permission) =>
    sql`b.id = any (${organizations.filter((one) => mayAsMember(permission, one)).map((one) => one.id)}::uuid[])`;
  const { rows } = await sql<{ page: string }>`
    with below as materialized (
      select o.id, o.slug, o.name, o.parent_id, o.pays, t.depth
      from organizations.tree t join organizations.organizations o on o.id = t.descendant_id
      where t.ancestor_id = ${id} order by t.depth, o.name limit 500),
    open as (
      select coalesce(i.for_organization_id, i.organization_id) as of, i.currency, i.status, i.total, i.paid
      from below b join billing.invoices i on i.organization_id = b.id 
      where ${where(readInvoices)} and i.status in ('due', 'overdue', 'pending')),
    items as (
      select b.depth, b.name, json_build_object('id', b.id, 'slug', b.slug, 'name', b.name, 'depth', b.depth,
        'parent', case when b.depth > 0 then b.parent_id end,
        'services', case when ${where(readServices)} then (
          select count(*) from services.services s where s.organization_id = b.id and s.state <> 'ended') end,
        'tickets', case when ${where(readAllTickets)} then (
          select count(*) from support.tickets t where t.organization_id = b.id and t.settled_at is null) end,
        'pays', b.pays,
        'money', case when ${where(readInvoices)} then coalesce((
          select json_agg(json_build_object('currency', m.currency, 'open', m.open, 'overdue', m.overdue) order by m.currency)
          from (select currency, sum(total - paid) as open, coalesce(sum(total - paid) filter (where status = 'overdue'), 0) as overdue
            from open i where i.of = b.id group by currency) m
          ), '[]') end) as item
      from below b)
    select json_build_object('items', (select coalesce(json_agg(item order by depth, name), '[]') from items))::text as page`.execute(
    db,
  );
  return new JsonText(rows[0]!.page);
}
