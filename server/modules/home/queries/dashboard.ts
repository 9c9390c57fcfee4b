import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { readInvoices } from '../../billing/index.ts';
import { readServices } from '../../services/index.ts';
import { seeingOf, visible } from '../../support/index.ts';
import type { Seeing } from '../../support/index.ts';

/**
 * The portal's first page in one statement, in the shape of the contract. Every part reads a few rows of one organization through an
 * index of open things, so it costs the same for a client of ten years.
 */
export async function readDashboard(db: Db, organization: Membership, session: Session): Promise<JsonText> {
  const { id } = organization;
  const money = mayAsMember(readInvoices, organization) ? moneyOf(id) : nothing;
  const services = mayAsMember(readServices, organization) ? servicesOf(id) : nothing;
  const tickets = ticketsOf(seeingOf(organization, session));
  const { rows } = await sql<{ page: string }>`
    select json_build_object('money', ${money}, 'services', ${services}, 'tickets', ${tickets},
      'onboarding', ${onboardingOf(id)})::text as page`.execute(db);
  return new JsonText(rows[0]!.page);
}

const nothing = sql`null::json`;

function moneyOf(organization: Id<'organization'>) {
  return sql`(
    select json_build_object(
      'paidAbove', (select o.pays = 'parent' from organizations.organizations o where o.id = ${organization}),
      'currencies', coalesce((
        select json_agg(json_build_object('currency', b.currency, 'open', coalesce(i.open, 0), 'openCount', coalesce(i.open_count, 0),
          'overdue', coalesce(i.overdue, 0), 'overdueCount', coalesce(i.overdue_count, 0), 'credit', b.credit) order by b.currency)
        from billing.balances b left join (
          select currency, sum(total - paid) as open, count(*) as open_count,
            sum(total - paid) filter (where status = 'overdue') as overdue, count(*) filter (where status = 'overdue') as overdue_count
          from billing.invoices
          where organization_id = ${organization} and status in ('due', 'overdue', 'pending') group by currency
        ) i on i.currency = b.currency
        where b.organization_id = ${organization}), '[]'),
      'due', coalesce((
        select json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'status', d.status, 'dueOn', d.due_on,
          'balance', json_build_object('amount', d.total - d.paid, 'currency', d.currency)) order by d.due_on, d.id)
        from (select * from billing.invoices
          where organization_id = ${organization} and status in ('due', 'overdue', 'pending') order by due_on, id limit 5) d), '[]')))`;
}

// Counted from an index alone; only the rows shown are read.
function servicesOf(organization: Id<'organization'>) {
  const current = sql`services.services where organization_id = ${organization} and state <> 'ended'`;
  return sql`(
    select json_build_object(
      'active', count(*) filter (where state <> 'pending' and suspended_for = '{}'),
      'pending', count(*) filter (where state = 'pending'),
      'suspended', count(*) filter (where suspended_for <> '{}'),
      'ending', count(*) filter (where state = 'cancel_scheduled'),
      'latest', coalesce((
        select json_agg(json_build_object('id', l.id, 'label', l.label, 'names', l.names, 'state', l.state,
          'technicalState', l.technical_state, 'suspended', l.suspended_for <> '{}', 'paidThrough', l.paid_through,
          'cancelOn', l.cancel_on) order by l.wants_look desc, l.id desc)
        from (select id, label, names, state, technical_state, suspended_for, paid_through, cancel_on, wants_look
          from ${current} order by wants_look desc, id desc limit 5) l), '[]'))
    from ${current})`;
}

function ticketsOf(seeing: Seeing) {
  const active = sql`support.tickets t where ${visible(seeing)} and t.settled_at is null`;
  return sql`(
    select json_build_object('open', count(*), 'waitingForYou', count(*) filter (where t.status = 'waiting_customer'),
      'latest', coalesce((
        select json_agg(json_build_object('id', l.id, 'number', l.number::text, 'subject', l.subject, 'status', l.status,
          'lastMessageAt', l.last_message_at) order by l.last_message_at desc)
        from (select t.* from ${active} order by t.last_message_at desc, t.id desc limit 4) l), '[]'))
    from ${active})`;
}

function onboardingOf(organization: Id<'organization'>) {
  return sql`(
    with done as materialized (select
        o.address <> '' as details,
        (select count(*) from (select from organizations.members where organization_id = ${organization} limit 2) m) > 1 as colleagues,
        exists (select from services.services where organization_id = ${organization}) as ordered,
        (o.pays = 'parent' or exists (select from billing.receipts where organization_id = ${organization})) as paid
      from organizations.organizations o where o.id = ${organization})
    select case when done.details and done.colleagues and done.ordered and done.paid then null else row_to_json(done) end from done)`;
}
