import { sql } from 'kysely';

const money = (amount: string, of: string) =>
  sql.raw(`json_build_object('amount', ${amount}, 'currency', ${of}.currency)`);

/** What every answer says of an attempt `a`, in the names of the contract. */
export const attemptFields = sql`
  'id', a.id, 'purpose', a.purpose, 'status', a.status, 'statusAt', a.status_at, 'gateway', a.gateway, 'method', a.method,
  'paidWith', a.paid_with, 'amount', ${money('a.amount', 'a')}, 'startedAt', a.started_at, 'expiresAt', a.expires_at,
  'otherMoneyAt', a.other_money_at,
  'invoices', coalesce((
    select json_agg(json_build_object('id', i.id, 'number', i.number, 'amount', ${money('x.amount', 'a')}) order by i.id)
    from payments.attempt_invoices x
    join billing.invoices i on i.organization_id = x.organization_id and i.id = x.invoice_id
    where x.organization_id = a.organization_id and x.attempt_id = a.id), '[]'),
  'payments', coalesce((
    select json_agg(json_build_object('id', p.id, 'amount', ${money('p.amount', 'p')}, 'receivedAt', p.received_at,
      'takenBackAt', p.taken_back_at, 'invoice', case when i.id is null then null else json_build_object('id', i.id, 'number', i.number) end,
      'receipt', case when r.id is null then null else json_build_object('id', r.id, 'number', r.number) end) order by p.id)
    from payments.payments p
    left join billing.invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
    left join billing.receipts r on r.organization_id = p.organization_id and r.payment_id = p.id
    where p.organization_id = a.organization_id and p.attempt_id = a.id), '[]')`;

/** The client a row belongs to, whose table is named. */
export const clientOf = (table: string) =>
  sql.raw(`(select json_build_object('id', o.id, 'name', o.name, 'slug', o.slug)
    from organizations.organizations o where o.id = ${table}.organization_id)`);

export const personNamed = (column: string) =>
  sql.raw(
    `(select json_build_object('id', h.id, 'name', h.name) from identity.people h where h.id = ${column})`,
  );
