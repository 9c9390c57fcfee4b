import type { Db } from '../../kernel/db/types.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Service } from './service.ts';

type Which = Pick<Service, 'organization' | 'id'>;

function open(db: Db, { organization, id }: Which) {
  return db
    .selectFrom('services.service_invoices')
    .select('invoice_id')
    .where('organization_id', '=', organization)
    .where('service_id', '=', id)
    .where('settled', '=', false);
}

/** Whether an invoice of the service is past its day. */
export async function isOverdue(db: Db, service: Which): Promise<boolean> {
  return !!(await open(db, service).where('overdue', '=', true).limit(1).executeTakeFirst());
}

/** What was invoiced for the service and is neither paid nor void, at most 100. */
export async function unpaidInvoices({ db }: Tx, service: Which): Promise<string[]> {
  const rows = await open(db, service).orderBy('invoice_id').limit(100).execute();
  return rows.map((row) => row.invoice_id);
}

/** Notes what an invoice came to. Facts come in any order: what is settled stays so. */
export async function noteInvoice(
  tx: Tx,
  {
    organization,
    services,
    invoice,
    settled,
  }: {
    organization: Id<'organization'>;
    services: readonly Id<'service'>[];
    invoice: string;
    settled: boolean;
  },
): Promise<void> {
  if (services.length === 0) return;
  await tx.db
    .insertInto('services.service_invoices')
    .values(
      services.map((service) => ({
        organization_id: organization,
        service_id: service,
        invoice_id: invoice,
        settled,
      })),
    )
    .onConflict((conflict) =>
      settled
        ? conflict.columns(['organization_id', 'service_id', 'invoice_id']).doUpdateSet({ settled: true })
        : conflict.doNothing(),
    )
    .execute();
}

/** Marks an invoice as overdue unless it is settled, and names its services. */
export async function noteOverdue(
  tx: Tx,
  organization: Id<'organization'>,
  invoice: string,
): Promise<Id<'service'>[]> {
  const rows = await tx.db
    .updateTable('services.service_invoices')
    .set({ overdue: true })
    .where('organization_id', '=', organization)
    .where('invoice_id', '=', invoice)
    .where('settled', '=', false)
    .returning('service_id')
    .execute();
  return rows.map((row) => row.service_id as Id<'service'>);
}
