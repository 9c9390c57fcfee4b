import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockService } from '../../services/index.ts';
import type { Service, ServiceKey } from '../../services/index.ts';
import { issueCreditNote } from './issue-credit-note.ts';
import { voidInvoice } from './void-invoice.ts';

type Of = Pick<Service, 'organization' | 'id' | 'paidThrough'>;

/** An open invoice with lines of a service for time that begins after all that is paid for. */
export interface InvoicedAhead {
  payer: Id<'organization'>;
  invoice: Id<'invoice'>;
  number: string | null;
  status: 'due' | 'overdue' | 'pending';
  /** `net` less what was taken back of it. */
  lines: { position: number; net: bigint }[];
  /** What is asked for them, with tax. */
  total: bigint;
  /** Something was paid on it, by money or credit. */
  paid: boolean;
  /** Something else stands on it, or was paid on it: those lines are taken back by a credit note. */
  shared: boolean;
}

/** What was invoiced of a service for time that begins after all that is paid for, and is not paid. Needs to see everything. */
export async function findInvoicedAhead(
  db: Db,
  { organization, id, paidThrough }: Of,
): Promise<InvoicedAhead[]> {
  if (!paidThrough) return [];
  const { rows } = await sql<
    Omit<InvoicedAhead, 'lines' | 'total'> & { total: string; lines: { position: number; net: string }[] }
  >`
    select i.organization_id as payer, i.id as invoice, i.number, i.status, a.lines, a.total::text as total, i.paid > i.taken_back as paid,
      i.paid > 0 or i.taken_back > 0 or exists (
        select from billing.invoice_lines l where l.organization_id = i.organization_id and l.invoice_id = i.id
          and (l.service_id is distinct from ${id} or l.period_from is null or l.period_from < ${paidThrough})) as shared
    from (
      select l.organization_id, l.invoice_id, sum(l.net + l.tax - coalesce(c.back, 0)) as total,
        jsonb_agg(jsonb_build_object('position', l.position, 'net', (l.net - coalesce(c.net, 0))::text) order by l.position) as lines
      from billing.invoice_lines l left join lateral (
        select sum(c.net) as net, sum(c.net + c.tax) as back from billing.credit_note_lines c
        where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position) c on true
      where l.for_organization_id = ${organization} and l.service_id = ${id} and l.period_from >= ${paidThrough}
      group by 1, 2 having bool_or(l.net = 0 or l.net <> coalesce(c.net, 0))) a
    join billing.invoices i on i.organization_id = a.organization_id and i.id = a.invoice_id
    where i.kind = 'renewal' and i.status in ('due', 'overdue', 'pending') order by i.id`.execute(db);
  return rows.map(({ lines, total, ...row }) => ({
    ...row,
    total: BigInt(total),
    lines: lines.map(({ position, net }) => ({ position, net: BigInt(net) })),
  }));
}

/** Takes that back: the whole invoice, or its lines where something else stands on it. `reason` is noted on what is void. */
export async function takeBackAhead(tx: Tx, service: Of, reason: string): Promise<void> {
  for (const found of await findInvoicedAhead(tx.db, service)) await takeBack(tx, service, found, reason);
}

/** The same of what is due and of which nobody has paid anything: it is about to be agreed on anew. */
export async function takeBackRenewals(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const reason = 'The service has been changed; a new invoice takes its place.';
  for (const found of await findInvoicedAhead(tx.db, service))
    if (found.status === 'due' && !found.paid) await takeBack(tx, service, found, reason);
}

/** Takes an invoice back, or the lines of a service where it shares it. The periods that were invoiced with it may be invoiced again. */
export async function takeBack(
  tx: Tx,
  { organization, id }: Pick<Of, 'organization' | 'id'>,
  { payer, invoice, lines, shared }: Pick<InvoicedAhead, 'payer' | 'invoice' | 'lines' | 'shared'>,
  reason: string,
): Promise<void> {
  if (!shared) return voidInvoice(tx, { organization: payer, invoice, reason });
  const back = lines.filter(({ net }) => net !== 0n);
  if (back.length > 0)
    await issueCreditNote(tx, { organization: payer, invoice, reason: 'order_change', lines: back });
  await sql`
    delete from billing.renewals r using billing.invoice_lines l
    where r.organization_id = ${organization} and r.service_id = ${id} and r.invoice_id = ${invoice} and l.organization_id = ${payer}
      and l.invoice_id = r.invoice_id and l.service_id = r.service_id and l.period_from = r.period_from
      and l.position = any (${lines.map(({ position }) => position)}::integer[])`.execute(tx.db);
}
