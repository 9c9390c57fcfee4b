import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Promised } from '../domain/dunning/late-fee.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import type { LockedInvoice } from '../invoice-row.ts';

export interface LateFeesSoFar {
  /** It is an invoice for late fees itself. */
  isFee: boolean;
  periods: number[];
  charged: bigint;
  /** The days on which promises held. */
  promised: Promised[];
}

type Key = Pick<LockedInvoice, 'organization' | 'id'>;

/** What was charged for paying an invoice late, and what speaks against more. */
export async function readLateFees(db: Db, invoice: Key): Promise<LateFeesSoFar> {
  const [found] = await readAllLateFees(db, [invoice]);
  return found!;
}

/** The same of several, in their order. */
export async function readAllLateFees(db: Db, invoices: readonly Key[]): Promise<LateFeesSoFar[]> {
  const { rows } = await sql<Omit<LateFeesSoFar, 'charged'> & { charged: string }>`
    select exists (select from billing.late_fees f where f.fee_invoice_id = asked.id) as "isFee",
      array(select f.period from billing.late_fees f
        where f.organization_id = asked.organization_id and f.invoice_id = asked.id order by f.period) as periods,
      (select coalesce(sum(f.amount), 0)::text from billing.late_fees f
        where f.organization_id = asked.organization_id and f.invoice_id = asked.id) as charged,
      (select coalesce(json_agg(json_build_object('from', p.made_on, 'to',
          case when p.state = 'withdrawn' then least(p.promised_on, p.closed_at::date) else p.promised_on end)), '[]')
        from billing.promises p where p.organization_id = asked.organization_id and p.invoice_id = asked.id) as promised
    from unnest(${invoices.map(({ organization }) => organization)}::uuid[], ${invoices.map(({ id }) => id)}::uuid[])
      with ordinality as asked (organization_id, id, nth) order by asked.nth`.execute(db);
  return rows.map((row) => ({ ...row, charged: BigInt(row.charged) }));
}

/** The invoices that late fees for an invoice stand on. */
export async function listFeeInvoices(db: Db, { organization, id }: Key) {
  const { rows } = await sql<{
    id: string;
    number: string | null;
    status: InvoiceStatus;
    total: { amount: number; currency: string };
  }>`
    select i.id, i.number, i.status, json_build_object('amount', i.total, 'currency', i.currency) as total
    from billing.invoices i where i.id in (
      select f.fee_invoice_id from billing.late_fees f
      where f.organization_id = ${organization} and f.invoice_id = ${id} and f.fee_invoice_id is not null)
    order by i.issued_at, i.id`.execute(db);
  return rows;
}
