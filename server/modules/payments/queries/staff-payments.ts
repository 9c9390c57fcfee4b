import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { PaymentFilters, PaymentView } from '../contract.ts';
import { paymentAbilities } from '../domain/abilities.ts';
import { giveRefunds, managePayments } from '../permissions.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, containing, listJson, olderThan } from './list-json.ts';
import { gatewayRefunds } from './methods.ts';
import { isUnderDispute } from './under-dispute.ts';

const cause = sql`case when p.transfer_id is not null then 'transfer' when p.unmatched_id is not null then 'unmatched'
  when p.recorded_by is not null then 'staff' when a.purpose = 'automatic' then 'automatic' else 'gateway' end`;

const fields = sql`
  'id', p.id, 'client', ${clientOf('p')}, 'amount', json_build_object('amount', p.amount, 'currency', p.currency),
  'invoice', case when i.id is null then null else json_build_object('id', i.id, 'number', i.number) end,
  'receipt', case when r.id is null then null else json_build_object('id', r.id, 'number', r.number) end,
  'cause', ${cause}, 'gateway', p.gateway, 'method', p.method, 'paidWith', p.paid_with, 'receivedAt', p.received_at,
  'takenBackAt', p.taken_back_at`;

const tables = sql`payments.payments p
  left join payments.attempts a on a.organization_id = p.organization_id and a.id = p.attempt_id
  left join billing.invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
  left join billing.receipts r on r.organization_id = p.organization_id and r.payment_id = p.id`;

/** Money of all clients, or of one, newest first; `q` finds numbers of invoices and receipts, the gateway's references and clients. */
export function listPayments(db: Db, filters: PaymentFilters): Promise<JsonText> {
  const { cause: which, client, from, to, q, after, limit } = filters;
  const where = all(
    which && sql`${cause} = ${which}`,
    client && sql`p.organization_id = ${client}`,
    from && sql`p.received_at >= ${from}::date::timestamp at time zone 'UTC'`,
    to && sql`p.received_at < (${to}::date + 1)::timestamp at time zone 'UTC'`,
    olderThan(sql`p.id`, after),
    q && found(q),
  );
  return listJson(
    db,
    limit,
    sql`select p.id, json_build_object(${fields})::text as item from ${tables}
      where ${where} order by p.id desc limit ${limit + 1}`,
  );
}

function found(q: string) {
  if (isId(q)) return sql`p.id = ${q}`;
  return sql`(a.gateway_reference = ${q} or lower(concat_ws(' ', i.number, r.number)) like ${containing(q)}
    or exists (select from organizations.organizations o where o.id = p.organization_id and lower(o.name) like ${containing(q)}))`;
}

/** One arrival of money. Errors: `not_found`. */
export async function showPayment(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  roles: readonly StaffRole[],
  payment: Id<'payment'>,
): Promise<PaymentView> {
  const { rows } = await sql<{ view: Omit<PaymentView, 'can'>; isDisputed: boolean }>`
    select ${isUnderDispute('p')} as "isDisputed", json_build_object(${fields}, 'attemptId', p.attempt_id, 'transferId', p.transfer_id,
      'recordedBy', ${personNamed('p.recorded_by')}, 'recordedAt', p.recorded_at, 'note', p.note, 'takenBackWhy', p.taken_back_why,
      'disputes', coalesce((
        select json_agg(json_build_object('id', d.id, 'state', d.state, 'reason', d.reason, 'heardAt', d.heard_at,
          'amount', json_build_object('amount', d.amount, 'currency', d.currency)) order by d.id desc)
        from payments.disputes d where d.organization_id = p.organization_id and d.payment_id = p.id), '[]'),
      'left', json_build_object('amount', p.amount - p.refunded - coalesce(r.disputed, 0), 'currency', p.currency),
      'credit', json_build_object('amount', coalesce((select sum(l.remaining) from billing.credit_lots l
        where l.organization_id = p.organization_id and l.currency = p.currency and l.remaining > 0 and l.source <> 'goodwill'), 0), 'currency', p.currency),
      'fee', case when a.fee is null and p.fee_rule_id is null then null else (
        select json_build_object('told', a.fee is not null,
          'amount', json_build_object('amount', coalesce(sum(x.amount) filter (where x.why <> 'given_back'), 0), 'currency', p.currency),
          'givenBack', json_build_object('amount', coalesce(-sum(x.amount) filter (where x.why = 'given_back'), 0), 'currency', p.currency),
          'net', json_build_object('amount', p.amount - coalesce(sum(x.amount), 0), 'currency', p.currency))
        from payments.fees x where x.organization_id = p.organization_id and x.payment_id = p.id) end,
      'refunds', coalesce((
        select json_agg(json_build_object('id', f.id, 'state', f.state, 'reason', f.reason, 'askedAt', f.asked_at,
          'amount', json_build_object('amount', f.amount, 'currency', p.currency), 'askedBy', ${personNamed('f.asked_by')})
          order by f.id desc)
        from payments.refunds f where f.organization_id = p.organization_id and f.payment_id = p.id), '[]')) as view
    from ${tables} where p.id = ${payment}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const can = paymentAbilities({
    isTakenBack: view.takenBackAt !== null,
    isRefunded: view.left.amount === 0,
    isDisputed: rows[0]!.isDisputed,
    byGateway: view.attemptId !== null,
    gatewayRefunds: gatewayRefunds(ports, view.gateway, view.method),
  });
  const refunding = mayAsStaff(giveRefunds, roles) ? can : { refund: yourRole, refundThere: yourRole };
  return {
    ...view,
    can: { ...refunding, takeBack: mayAsStaff(managePayments, roles) ? can.takeBack : yourRole },
  };
}

const yourRole = { no: 'your_role' };
