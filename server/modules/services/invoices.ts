import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Service } from './service.ts';

type Which = Pick<Service, 'organization' | 'id'>;
export type InvoiceStatus = 'open' | 'overdue' | 'settled';

function unsettled(db: Db, { organization, id }: Which) {
  return db
    .selectFrom('services.service_invoices')
    .select('invoice_id')
    .where('organization_id', '=', organization)
    .where('service_id', '=', id)
    .where('status', '<>', 'settled');
}

/** Whether an invoice of the service is past its day. */
export async function isOverdue(db: Db, service: Which): Promise<boolean> {
  return !!(await unsettled(db, service).where('status', '=', 'overdue').limit(1).executeTakeFirst());
}

/** What was invoiced for the service and is neither paid nor void, at most 100. */
export async function unpaidInvoices({ db }: Tx, service: Which): Promise<string[]> {
  const rows = await unsettled(db, service).orderBy('invoice_id').limit(100).execute();
  return rows.map((row) => row.invoice_id);
}

interface AboutInvoice {
  invoiceId: string;
  serviceIds: string[];
  forOrganization?: string | undefined;
}

/** Whose services an invoice is about: its payer's, or those of an organization that it pays for. */
export function whomItIsFor({ organizationId, data }: Fact<AboutInvoice>): Id<'organization'> {
  return (data.forOrganization ?? organizationId) as Id<'organization'>;
}

/** Notes what billing said of an invoice, unless a younger fact has said otherwise. Returns the services it is about. */
export async function noteInvoice(
  tx: Tx,
  fact: Fact<AboutInvoice>,
  status: InvoiceStatus,
): Promise<Id<'service'>[]> {
  const { invoiceId, serviceIds } = fact.data;
  if (serviceIds.length === 0) return [];
  const noted = await tx.db
    .insertInto('services.service_invoices')
    .values(
      serviceIds.toSorted().map((service) => ({
        organization_id: whomItIsFor(fact),
        service_id: service,
        invoice_id: invoiceId,
        status,
        told_by: fact.id,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'service_id', 'invoice_id'])
        .doUpdateSet({ status, told_by: fact.id })
        .where('services.service_invoices.told_by', '<', sql<string>`excluded.told_by`),
    )
    .returning('service_id')
    .execute();
  return noted.map((row) => row.service_id as Id<'service'>);
}
