import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Collected } from '../contract.ts';

/** Of each kind at most: a bank reads what matters, not everything there is. */
const most = { signIns: 40, messages: 40, operations: 30, tickets: 5, replies: 20 };

const money = (amount: string, of: string) =>
  sql.raw(`json_build_object('amount', ${amount}, 'currency', ${of}.currency)`);

/** Where a person was signed in from last, at a time. */
const signInOf = (person: string, at: string) =>
  sql.raw(`(select json_build_object('at', s.at, 'address', host(s.address), 'country', s.country, 'agent', s.user_agent)
    from identity.sign_ins s where s.person_id = ${person} and s.refused is null and s.at <= ${at} order by s.at desc limit 1)`);

/**
 * Reads from the records what concerns a disputed payment: what was agreed, charged and given, and what the client did with it since. No
 * notes of staff, no credentials; addresses of mails are cut short. Needs a `db` that sees everything. Errors: `not_found`.
 */
export async function collectEvidence(db: Db, dispute: Id<'dispute'>): Promise<Collected> {
  const [deal, conduct] = await Promise.all([readDeal(db, dispute), readConduct(db, dispute)]);
  if (!deal || !conduct) throw new Problem(notFound);
  return { ...deal, ...conduct };
}

type Deal = Pick<Collected, 'order' | 'terms' | 'invoices' | 'payment' | 'refunds' | 'delivery'>;

/** What the payment was for: the invoices it was started for, and their services. */
const ground = (dispute: Id<'dispute'>) => sql`
  d as (select * from payments.disputes where id = ${dispute}),
  paid as (select i.* from d join payments.attempt_invoices x on x.organization_id = d.organization_id and x.attempt_id = d.attempt_id
    join billing.invoices i on i.organization_id = x.organization_id and i.id = x.invoice_id),
  ran as (select distinct s.* from paid join billing.invoice_lines l on l.organization_id = paid.organization_id and l.invoice_id = paid.id
    join services.services s on s.organization_id = l.for_organization_id and s.id = l.service_id),
  ordered as (select o.* from orders.orders o join ran on ran.organization_id = o.organization_id and ran.order_id = o.id
    order by o.placed_at limit 1)`;

async function readDeal(db: Db, dispute: Id<'dispute'>): Promise<Deal | undefined> {
  const { rows } = await sql<Deal>`
    with ${ground(dispute)}
    select
      (select json_build_object('number', o.number, 'placedAt', o.placed_at, 'placedBy', p.name, 'total', ${money('o.total', 'o')},
        'items', (select json_agg(json_build_object('names', i.names, 'quantity', i.quantity) order by i.position)
          from orders.items i where i.organization_id = o.organization_id and i.order_id = o.id),
        'signIn', ${signInOf('o.placed_by', 'o.placed_at')})
        from ordered o join identity.people p on p.id = o.placed_by) as "order",
      (select json_build_object('version', t.version, 'acceptedAt', o.placed_at, 'by', p.name, 'text', t.text)
        from ordered o join orders.terms t on t.version = o.terms_version join identity.people p on p.id = o.placed_by) as terms,
      coalesce((select json_agg(json_build_object('id', i.id, 'number', i.number, 'issuedOn', i.issued_on, 'dueOn', i.due_on,
          'total', ${money('i.total', 'i')},
          'lines', (select json_agg(l.description order by l.position) from billing.invoice_lines l
            where l.organization_id = i.organization_id and l.invoice_id = i.id)) order by i.issued_on, i.id)
        from paid i), '[]') as invoices,
      (select json_build_object('amount', ${money('y.amount', 'y')}, 'receivedAt', y.received_at, 'paidWith', y.paid_with,
          'gateway', y.gateway, 'reference', a.gateway_reference, 'authenticated', a.authenticated, 'startedBy', p.name,
          'receipt', case when r.id is null then null else json_build_object('id', r.id, 'number', r.number) end,
          'signIn', ${signInOf('a.started_by', 'a.started_at')})
        from payments.payments y join payments.attempts a on a.organization_id = y.organization_id and a.id = y.attempt_id
        left join identity.people p on p.id = a.started_by
        left join billing.receipts r on r.organization_id = y.organization_id and r.payment_id = y.id
        where y.organization_id = d.organization_id and y.id = d.payment_id) as payment,
      coalesce((select json_agg(json_build_object('amount', ${money('f.amount', 'f')}, 'state', f.state, 'reason', f.reason,
          'askedAt', f.asked_at) order by f.id)
        from payments.refunds f where f.organization_id = d.organization_id and f.payment_id = d.payment_id), '[]') as refunds,
      coalesce((select json_agg(json_build_object('names', s.names, 'activatedAt', s.activated_at,
          'operations', coalesce((select json_agg(json_build_object('kind', n.kind, 'at', n.started_at, 'done', n.outcome = 'done')
              order by n.started_at)
            from (select * from provisioning.operations o where o.organization_id = s.organization_id and o.service_id = s.id
              and o.outcome in ('done', 'failed') order by o.started_at limit ${most.operations}) n), '[]')) order by s.created_at)
        from ran s), '[]') as delivery
    from d`.execute(db);
  return rows[0];
}

type Conduct = Pick<Collected, 'signIns' | 'activity' | 'messages' | 'tickets'>;

async function readConduct(db: Db, dispute: Id<'dispute'>): Promise<Conduct | undefined> {
  const { rows } = await sql<Conduct>`
    with ${ground(dispute)},
    since as (select d.organization_id, coalesce(
        (select min(activated_at) from ran), (select received_at from payments.payments y
          where y.organization_id = d.organization_id and y.id = d.payment_id), d.heard_at) as at,
      coalesce((select min(placed_at) from ordered), (select min(issued_at) from paid), d.heard_at) as agreed from d)
    select
      coalesce((select json_agg(json_build_object('at', s.at, 'address', host(s.address), 'country', s.country, 'agent', s.user_agent,
          'name', s.name) order by s.at)
        from (select s.*, p.name from since join organizations.members m on m.organization_id = since.organization_id
            join identity.people p on p.id = m.person_id
            join identity.sign_ins s on s.person_id = p.id and s.at >= since.at and s.refused is null
          order by s.at desc limit ${most.signIns}) s), '[]') as "signIns",
      (select case when count(*) = 0 then null else json_build_object('acts', count(*), 'people', count(distinct e.actor_id),
          'first', min(e.happened_at), 'last', max(e.happened_at)) end
        from since join kernel.events e on e.organization_id = since.organization_id and e.happened_at >= since.at
        join organizations.members m on m.organization_id = e.organization_id and m.person_id = e.actor_id
        where e.actor_kind = 'person') as activity,
      coalesce((select json_agg(json_build_object('at', m.created_at, 'subject', m.subject, 'sent', m.state = 'sent',
          'to', left(m.recipient, 1) || '…@' || split_part(m.recipient, '@', 2)) order by m.created_at)
        from (select m.* from since join notifications.mails m on m.organization_id = since.organization_id
          where m.created_at >= since.agreed and m.kind like any (array['billing.%', 'payments.%', 'orders.%', 'services.%', 'provisioning.%'])
          order by m.created_at desc limit ${most.messages}) m), '[]') as messages,
      coalesce((select json_agg(json_build_object('number', t.number, 'subject', t.subject, 'openedAt', t.opened_at,
          'messages', (select json_agg(json_build_object('at', r.posted_at, 'by', r.author, 'name', r.author_name, 'text', r.body)
              order by r.posted_at)
            from (select * from support.messages r where r.organization_id = t.organization_id and r.ticket_id = t.id
              and not r.internal order by r.posted_at limit ${most.replies}) r)) order by t.opened_at)
        from (select t.* from since join support.tickets t on t.organization_id = since.organization_id
          where t.invoice_id in (select id from paid) or t.service_id in (select id from ran)
          order by t.opened_at desc limit ${most.tickets}) t), '[]') as tickets
    from d`.execute(db);
  return rows[0];
}
