import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readInvoices } from '../../billing/index.ts';
import { articlesNamed, readKnowledge } from '../../knowledge/index.ts';
import { readServices } from '../../services/index.ts';
import { readTickets, seeingOf, visible } from '../../support/index.ts';
import type { Found } from '../contract.ts';

type Item = Found['items'][number];

/** How many of each kind: the palette is for going somewhere, the pages' own searches go deeper. */
const each = sql.lit(5);

/** What a member finds by a few letters among the organization's services, invoices, orders and tickets, and among the articles. */
export async function searchOrganization(
  db: Db,
  organization: Membership,
  session: Session,
  q: string,
): Promise<Item[]> {
  const { id } = organization;
  const part = containing(q);
  const { locale } = session.person;
  const lists = [
    ...(mayAsMember(readServices, organization)
      ? [services(locale, part, sql`s.organization_id = ${id}`)]
      : []),
    ...(mayAsMember(readInvoices, organization)
      ? [invoices(part, sql`i.organization_id = ${id}`), orders(part, sql`r.organization_id = ${id}`)]
      : []),
    tickets(part, visible(seeingOf(organization, session))),
    articlesNamed(q, { locale, id: 'slug', most: each }),
  ];
  return found(db, lists);
}

/** What staff find by a few letters among all clients and their things, each with its client. */
export async function searchEverything(db: Db, { staffRoles, person }: Session, q: string): Promise<Item[]> {
  const part = containing(q);
  const may = (permission: Permission) => mayAsStaff(permission, staffRoles);
  const lists = [
    sql`(select 'client' as kind, o.id::text, o.name as title, o.billing_email as detail, null::uuid as organization_id
      from organizations.organizations o where lower(o.name) like ${part} or o.billing_email like ${part}
      order by lower(o.name), o.id limit ${each})`,
    ...(may(readServices) ? [services(person.locale, part, sql`true`)] : []),
    ...(may(readInvoices) ? [invoices(part, sql`true`)] : []),
    orders(part, sql`true`),
    ...(may(readTickets) ? [tickets(part, sql`true`)] : []),
    may(readKnowledge) ? articlesNamed(q, { locale: person.locale, id: 'article_id', most: each }) : null,
  ];
  return found(db, lists);
}

function containing(q: string): string {
  return `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

async function found(db: Db, lists: readonly (RawBuilder<unknown> | null)[]): Promise<Item[]> {
  const asked = lists.filter((list) => list !== null);
  const { rows } = await sql<
    Omit<Item, 'organization'> & { organization_id: string | null; organization: string | null }
  >`
    select f.*, o.name as organization from (${sql.join(asked, sql` union all `)}) f
    left join organizations.organizations o on o.id = f.organization_id`.execute(db);
  return rows.map(({ organization_id: id, organization, ...item }) => ({
    ...item,
    organization: id && organization ? { id, name: organization } : null,
  }));
}

function services(locale: string, part: string, within: RawBuilder<unknown>) {
  return sql`(select 'service' as kind, s.id::text, coalesce(nullif(s.label, ''), s.names ->> ${locale}) as title,
      coalesce(s.facts ->> 'hostname', s.names ->> ${locale}) as detail, s.organization_id
    from services.services s where ${within} and s.state <> 'ended'
      and lower(concat_ws(' ', s.label, s.names ->> 'id', s.names ->> 'en', s.facts::text)) like ${part}
    order by s.id desc limit ${each})`;
}

function invoices(part: string, within: RawBuilder<unknown>) {
  return sql`(select 'invoice' as kind, i.id::text, i.number as title, i.title ->> 'en' as detail, i.organization_id
    from billing.invoices i where ${within} and lower(i.number) like ${part} order by i.issued_on desc, i.id desc limit ${each})`;
}

function orders(part: string, within: RawBuilder<unknown>) {
  return sql`(select 'order' as kind, r.id::text, r.number as title, r.status as detail, r.organization_id
    from orders.orders r where ${within} and lower(r.number) like ${part} order by r.id desc limit ${each})`;
}

function tickets(part: string, within: RawBuilder<unknown>) {
  return sql`(select 'ticket' as kind, t.id::text, t.subject as title, '#' || t.number as detail, t.organization_id
    from support.tickets t where ${within} and (lower(t.subject) like ${part} or '#' || t.number like ${part})
    order by t.last_message_at desc, t.id desc limit ${each})`;
}
