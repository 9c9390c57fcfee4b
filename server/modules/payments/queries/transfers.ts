import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { TransferFilters, TransferView } from '../contract.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, containing, listJson, olderThan } from './list-json.ts';

/** What every answer says of a transfer `t` for an invoice `i`. */
const transferFields = sql`
  'id', t.id, 'invoice', case when i.id is null then null else json_build_object('id', i.id, 'number', i.number) end,
  'amount', json_build_object('amount', t.amount, 'currency', t.currency), 'paidOn', t.paid_on, 'bank', t.bank,
  'sender', t.sender, 'proof', t.proof, 'note', t.note, 'state', t.state, 'reportedAt', t.reported_at,
  'decidedAt', t.decided_at, 'reason', t.reason,
  'received', case when t.received_amount is null then null else json_build_object(
    'amount', json_build_object('amount', t.received_amount, 'currency', t.currency), 'on', t.received_on) end`;

const invoiceOfTransfer = sql`left join billing.invoices i on i.organization_id = t.organization_id and i.id = t.invoice_id`;

/** The newest report of a transfer for an invoice, if there is one that was not withdrawn. */
export async function newestTransferOf(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<TransferView | null> {
  const { rows } = await sql<{ transfer: TransferView }>`
    select json_build_object(${transferFields}) as transfer from payments.transfers t ${invoiceOfTransfer}
    where t.organization_id = ${organization} and t.invoice_id = ${invoice} and t.state <> 'withdrawn'
    order by t.id desc limit 1`.execute(db);
  return rows[0]?.transfer ?? null;
}

/** The same of a transfer that adds to the credit, while it is looked for, and when it was not found. */
export async function newestDepositTransfer(
  db: Db,
  organization: Id<'organization'>,
): Promise<TransferView | null> {
  const { rows } = await sql<{ transfer: TransferView }>`
    select json_build_object(${transferFields}) as transfer from payments.transfers t ${invoiceOfTransfer}
    where t.organization_id = ${organization} and t.invoice_id is null and t.state <> 'withdrawn'
    order by t.id desc limit 1`.execute(db);
  const transfer = rows[0]?.transfer;
  return transfer && transfer.state !== 'approved' ? transfer : null;
}

/** Reports of transfers, newest first, for staff; `q` finds numbers, senders, banks and clients. */
export function listTransfers(
  db: Db,
  { state, client, q, after, limit }: TransferFilters,
): Promise<JsonText> {
  const where = all(
    state && sql`t.state = ${state}`,
    client && sql`t.organization_id = ${client}`,
    olderThan(sql`t.id`, after),
    q &&
      sql`(lower(concat_ws(' ', i.number, t.sender, t.bank, t.proof)) like ${containing(q)} or exists (
        select from organizations.organizations o where o.id = t.organization_id and lower(o.name) like ${containing(q)}))`,
  );
  return listJson(
    db,
    limit,
    sql`select t.id, json_build_object(${transferFields}, 'client', ${clientOf('t')}, 'reportedBy', ${personNamed('t.reported_by')},
        'balance', case when i.id is null then null else json_build_object('amount', i.total - i.paid, 'currency', i.currency) end)::text as item
      from payments.transfers t ${invoiceOfTransfer} where ${where} order by t.id desc limit ${limit + 1}`,
  );
}
