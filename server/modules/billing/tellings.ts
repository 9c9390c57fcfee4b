import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersByRole } from '../organizations/index.ts';
import type { DunningStep } from './domain/dunning.ts';
import { toNumber } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';
import * as messages from './messages.ts';

type Key = Pick<LockedInvoice, 'organization' | 'id'>;

/** Says that an invoice is there to be paid; nothing of one that asked for nothing. */
export async function tellOfInvoice(tx: Tx, key: Key): Promise<void> {
  const about = await aboutInvoice(tx, key);
  if (about.document !== 'issued' || about.total.amount === 0) return;
  await tell(tx, key.organization, messages.invoiceReady, key.id, about);
}

export async function tellOfWithdrawal(tx: Tx, key: Key): Promise<void> {
  const about = await aboutInvoice(tx, key);
  // Who never heard of an invoice need not hear that it is gone.
  if (about.number !== '') await tell(tx, key.organization, messages.invoiceWithdrawn, key.id, about);
}

/** A reminder or a notice, once for each step of an invoice. */
export async function tellOfStep(
  tx: Tx,
  key: Key,
  { kind, days }: DunningStep,
  suspendOn: CalendarDate | null,
): Promise<void> {
  const about = await aboutInvoice(tx, key);
  const occurrence = `${key.id}:${kind}:${days}`;
  if (kind === 'reminder') await tell(tx, key.organization, messages.paymentReminder, occurrence, about);
  else await tell(tx, key.organization, messages.overdueNotice, occurrence, { ...about, suspendOn });
}

export async function tellOfReceipt(
  tx: Tx,
  organization: Id<'organization'>,
  receipt: Id<'receipt'>,
): Promise<void> {
  const { rows } = await sql<{
    number: string;
    amount: bigint;
    currency: string;
    invoice_id: string | null;
    invoice_number: string | null;
    balance: bigint | null;
    allocated: bigint;
    slug: string;
  }>`
    select r.number, r.amount, r.currency, r.invoice_id, i.number as invoice_number,
      case when i.document = 'issued' then i.total - i.paid else 0 end as balance, o.slug,
      coalesce((select sum(a.amount) from billing.allocations a where a.organization_id = r.organization_id
        and a.receipt_id = r.id), 0)::bigint as allocated
    from billing.receipts r join organizations.organizations o on o.id = r.organization_id
    left join billing.invoices i on i.organization_id = r.organization_id and i.id = r.invoice_id
    where r.organization_id = ${organization} and r.id = ${receipt}`.execute(tx.db);
  const row = rows[0]!;
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  await tell(tx, organization, messages.paymentReceived, receipt, {
    number: row.number,
    amount: sum(row.amount),
    invoice: row.invoice_id === null ? null : { number: row.invoice_number, balance: sum(row.balance ?? 0n) },
    credited: sum(row.amount - row.allocated),
    path: row.invoice_id ? `/o/${row.slug}/invoices/${row.invoice_id}` : `/o/${row.slug}/statement`,
  });
}

async function aboutInvoice(tx: Tx, { organization, id }: Key) {
  const row = await tx.db
    .selectFrom('billing.invoices as i')
    .innerJoin('organizations.organizations as o', 'o.id', 'i.organization_id')
    .select(['i.number', 'i.title', 'i.total', 'i.paid', 'i.document', 'i.currency', 'i.due_on', 'o.slug'])
    .where('i.organization_id', '=', organization)
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow();
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  return {
    number: row.number ?? '',
    title: row.title as { id: string; en: string },
    total: sum(row.total),
    balance: sum(row.total - row.paid),
    document: row.document,
    dueOn: row.due_on,
    path: `/o/${row.slug}/invoices/${id}`,
  };
}

/** To everybody who looks after the organization's money. */
async function tell<Data>(
  tx: Tx,
  organization: Id<'organization'>,
  message: MessageKind<Data>,
  occurrence: string,
  data: Data,
): Promise<void> {
  for (const person of await findMembersByRole(tx.db, organization, ['owner', 'finance']))
    tx.tell(message, { to: { person }, organizationId: organization, occurrence, data });
}
