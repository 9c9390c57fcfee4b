import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { tierOf } from '../../organizations/index.ts';
import type { ClientTicketDetail, TicketDetail } from '../contract.ts';
import { clientAbilities } from '../domain/ticket-states.ts';
import { workTickets } from '../permissions.ts';
import type { Seeing } from '../seeing.ts';
import { mayEndCopy } from '../commands/end-copy.ts';
import { seeingOf, visible } from '../seeing.ts';
import { ticketRules } from '../settings.ts';
import { readConversation } from './conversation.ts';
import { familyJson } from './family.ts';
import { readHistory } from './history.ts';
import { clocksJson, promisedJson } from './sla/clocks.ts';
import { assigneeJson, listed } from './list-tickets.ts';

/** A ticket with its latest messages as its organization sees it. Errors: `not_found`. */
export async function showTicket(
  db: Db,
  membership: Membership,
  session: Session,
  ticket: Id<'ticket'>,
): Promise<TicketDetail> {
  const of = { organization: membership.id, ticket };
  const seeing = seeingOf(membership, session);
  const [found, conversation, history] = await Promise.all([
    find<Omit<TicketDetail, 'conversation' | 'history' | 'can'>>(db, ticket, {
      where: visible(seeing),
      removable: mayEndCopy(seeing),
      more: sql`'unread', t.unread_by_client, 'assignee', t.assignee_name, 'promised', ${promisedJson}`,
    }),
    readConversation(db, session.person.id, of),
    readHistory(db, ticket, membership.id),
  ]);
  return { ...found, conversation, history, can: clientAbilities(found.status) };
}

/** A ticket with its latest messages and notes as the staff see it. Errors: `not_found`. */
export async function showClientTicket(
  db: Db,
  { person, staffRoles }: Session,
  ticket: Id<'ticket'>,
): Promise<ClientTicketDetail> {
  const [found, conversation, history] = await Promise.all([
    find<Omit<ClientTicketDetail, 'conversation' | 'history' | 'can'>>(db, ticket, {
      where: sql<boolean>`true`,
      removable: sql<boolean>`true`,
      more: sql`'unread', t.unread_by_staff, 'assignee', ${assigneeJson}, 'firstAnswerAt', t.first_answer_at,
        'clocks', ${clocksJson}, 'tags', t.tags,
        ${familyJson}, 'snoozed', case when t.snoozed_at is not null then json_build_object('until', t.snoozed_until,
          'by', (select p.name from identity.people p where p.id = t.snoozed_by)) end, 'language', t.language, 'impact', t.impact, 'hindrance', t.hindrance,
        'organization', (
          select json_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'guest', o.kind = 'guest', 'tier', ${tierOf('o.id')})
          from organizations.organizations o where o.id = t.organization_id)`,
    }),
    readConversation(db, person.id, { organization: null, ticket }),
    readHistory(db, ticket, null),
  ]);
  const work = mayAsStaff(workTickets, staffRoles) ? (true as const) : { no: 'your_role' };
  return { ...found, conversation, history, can: { work } };
}

/** Errors: `not_found` unless this reader sees the ticket: asked before a further page of its messages is read. */
export async function requireVisible(db: Db, seeing: Seeing, ticket: Id<'ticket'>): Promise<void> {
  const { rows } =
    await sql`select from support.tickets t where ${visible(seeing)} and t.id = ${ticket}`.execute(db);
  if (rows.length === 0) throw new Problem(notFound);
}

const other = (condition: RawBuilder<unknown>) => sql`
  select json_build_object('id', x.id, 'number', x.number) as json, x.number from support.tickets x
  where x.organization_id = t.organization_id and ${condition}`;

async function find<Found>(
  db: Db,
  ticket: Id<'ticket'>,
  parts: { where: RawBuilder<boolean>; removable: RawBuilder<boolean>; more: RawBuilder<unknown> },
): Promise<Found> {
  const { where, removable, more } = parts;
  const { rows } = await sql<{ json: Found }>`
    select json_build_object(${listed}, ${more}, 'version', t.version, 'waitingSince', t.waiting_since,
      'settledAt', t.settled_at,
      'reopenUntil', t.settled_at + make_interval(days => (rules.value ->> 'reopenDays')::integer),
      'answerMinutes', rules.value -> 'answerMinutes' -> t.priority,
      'queue', (select json_build_object('name', q.name, 'titles', q.titles) from support.queues q where q.name = t.queue),
      'service', (select json_build_object('id', s.id, 'names', s.names, 'label', s.label) from services.services s
        where s.organization_id = t.organization_id and s.id = t.service_id),
      'invoice', (select json_build_object('id', i.id, 'number', i.number) from billing.invoices i
        where i.organization_id = t.organization_id and i.id = t.invoice_id),
      'offer', (select json_build_object('id', o.id, 'number', o.number, 'title', o.title) from offers.offers o
        where o.organization_id = t.organization_id and o.id = t.offer_id and o.state <> 'draft'),
      'followers', coalesce((select json_agg(json_build_object('id', f.person_id, 'name', f.name) order by f.since, f.name)
        from support.followers f where f.organization_id = t.organization_id and f.ticket_id = t.id), '[]'::json),
      'copied', coalesce((select json_agg(json_build_object('id', c.id, 'address', c.address, 'addedBy', c.added_by_name,
          'removable', ${removable}) order by c.since, c.address)
        from support.copied c where c.organization_id = t.organization_id and c.ticket_id = t.id and c.ended_at is null), '[]'::json),
      'mergedInto', (select x.json from (${other(sql`x.id = t.merged_into`)}) x),
      'followUpOf', (select x.json from (${other(sql`x.id = t.follow_up_of`)}) x),
      'followUps', coalesce((select json_agg(x.json order by x.number) from (${other(sql`x.follow_up_of = t.id`)}) x), '[]'::json)
    ) as json
    from support.tickets t cross join (
      select coalesce((select s.value from kernel.settings s where s.key = ${ticketRules.key}),
        ${JSON.stringify(ticketRules.default)}::jsonb) as value
    ) rules
    where ${where} and t.id = ${ticket}`.execute(db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  return found.json;
}
