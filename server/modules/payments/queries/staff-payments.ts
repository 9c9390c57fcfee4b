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
import { managePayments } from '../permissions.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, containing, listJson, olderThan } from './list-json.ts';
import { gatewayRefunds } from './methods.ts';

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
  const { rows } = await sql<{ view: Omit<PaymentView, 'can'> }>`
    select json_build_object(${fields}, 'attemptId', p.attempt_id, 'transferId', p.transfer_id,
      'recordedBy', ${personNamed('p.recorded_by')}, 'recordedAt', p.recorded_at, 'note', p.note, 'takenBackWhy', p.taken_back_why,
      'refund', (
        select json_build_object('state', f.state, 'reason', f.reason, 'code', f.code, 'askedAt', f.asked_at,
          'askedBy', ${personNamed('f.asked_by')})
        from payments.refunds f where f.organization_id = p.organization_id and f.attempt_id = p.attempt_id
        order by f.id desc limit 1)) as view
    from ${tables} where p.id = ${payment}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const { refund } = view;
  const can = paymentAbilities({
    isTakenBack: view.takenBackAt !== null,
    refund: refund && refund.state !== 'refused' ? refund.state : null,
    byGateway: view.attemptId !== null,
    gatewayRefunds: gatewayRefunds(ports, view.gateway, view.method),
  });
  return { ...view, can: mayAsStaff(managePayments, roles) ? can : { refund: yourRole, takeBack: yourRole } };
}

const yourRole = { no: 'your_role' };
