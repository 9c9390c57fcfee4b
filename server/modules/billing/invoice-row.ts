import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, assert, notFound } from '../../kernel/values/errors.ts';
import type { ProblemKind } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import * as contract from './contract.ts';
import { invoiceCredited } from './credit-contract.ts';
import { mayOnInvoice } from './domain/abilities.ts';
import type { InvoiceAct, InvoiceNo, InvoiceStatus } from './domain/abilities.ts';
import type { CollectionState, DocumentState, SettlementState } from './domain/invoice-states.ts';

/** The services that something is asked for on an invoice: not those of which all was taken back. */
export function servicesOn(organization: RawBuilder<unknown>, invoice: RawBuilder<unknown>) {
  return sql<{ for_organization_id: Id<'organization'>; service_id: Id<'service'> }>`
    select l.for_organization_id, l.service_id from billing.invoice_lines l
      left join lateral (select sum(c.net) as net from billing.credit_note_lines c
        where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position) back on true
    where l.organization_id = ${organization} and l.invoice_id = ${invoice} and l.service_id is not null
    group by l.for_organization_id, l.service_id having bool_or(l.net <> coalesce(back.net, 0)) or bool_and(l.net = 0)
    order by l.service_id`;
}

/** An invoice whose row this transaction holds. Amounts are minor units of `currency`. */
export interface LockedInvoice {
  id: Id<'invoice'>;
  /** Who owes it. */
  organization: Id<'organization'>;
  /** Whose order and services it is about: the payer, or one below that does not pay for itself. */
  for: Id<'organization'>;
  kind: 'order' | 'renewal' | 'change' | 'manual';
  orderId: string | null;
  /** Those that something is asked for on it. */
  serviceIds: string[];
  document: DocumentState;
  settlement: SettlementState;
  collection: CollectionState;
  status: InvoiceStatus;
  number: string | null;
  issuedOn: CalendarDate;
  dueOn: CalendarDate;
  overdueSince: CalendarDate | null;
  currency: Currency;
  subtotal: bigint;
  tax: bigint;
  total: bigint;
  /** All that settles it: money, credit, and of credit notes what was open. */
  paid: bigint;
  /** The sum of its credit notes. */
  takenBack: bigint;
}

/**
 * Takes the invoice's row. Lock order: invoices first, then the head of the ledger, so that no two writers of one organization
 * wait for each other. Errors: `not_found`.
 */
export async function lockInvoice(
  tx: Tx,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<LockedInvoice> {
  const row = await tx.db
    .selectFrom('billing.invoices as i')
    .select([
      'i.id',
      'i.organization_id',
      'i.for_organization_id',
      'i.kind',
      'i.order_id',
      'i.document',
      'i.settlement',
      'i.collection',
      'i.status',
      'i.number',
      'i.issued_on',
      'i.due_on',
      'i.overdue_since',
      'i.currency',
      'i.subtotal',
      'i.tax',
      'i.total',
      'i.paid',
      'i.taken_back',
    ])
    .select(
      sql<string[]>`array(select s.service_id from (${servicesOn(sql`i.organization_id`, sql`i.id`)}) s)`.as(
        'service_ids',
      ),
    )
    .where('i.organization_id', '=', organization)
    .where('i.id', '=', invoice)
    .forUpdate('i')
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    id: invoice,
    organization,
    for: (row.for_organization_id ?? organization) as Id<'organization'>,
    kind: row.kind as LockedInvoice['kind'],
    orderId: row.order_id,
    serviceIds: row.service_ids,
    document: row.document as DocumentState,
    settlement: row.settlement as SettlementState,
    collection: row.collection as CollectionState,
    status: row.status as InvoiceStatus,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    overdueSince: row.overdue_since,
    currency: row.currency as Currency,
    subtotal: row.subtotal,
    tax: row.tax,
    total: row.total,
    paid: row.paid,
    takenBack: row.taken_back,
  };
}

const refusals: Record<InvoiceNo, ProblemKind> = {
  already_paid: contract.alreadyPaid,
  invoice_void: contract.invoiceVoid,
  written_off: contract.writtenOff,
  credited: invoiceCredited,
  not_issued: contract.notIssued,
  payment_pending: contract.paymentPending,
};

/** Refuses what the page would have disabled, with the same reason. */
export function assertMay(act: InvoiceAct, { status }: LockedInvoice): void {
  const may = mayOnInvoice(act, status);
  if (may !== true) throw new Problem(refusals[may.no]);
}

/** What facts about an invoice carry. */
export function about({ id, organization, for: whom, kind, orderId, serviceIds }: LockedInvoice) {
  const facts = { invoiceId: id, kind, orderId, serviceIds };
  return whom === organization ? facts : { ...facts, forOrganization: whom };
}

/** The organization of an invoice, for staff, who name only the invoice. Errors: `not_found`. */
export async function organizationOf(
  tx: Pick<Tx, 'db'>,
  invoice: Id<'invoice'>,
): Promise<Id<'organization'>> {
  const row = await tx.db
    .selectFrom('billing.invoices')
    .select('organization_id')
    .where('id', '=', invoice)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.organization_id as Id<'organization'>;
}

/** Minor units as JSON and facts carry them. */
export function toNumber(amount: bigint): number {
  assert(Number.isSafeInteger(Number(amount)), 'an amount stays within 2^53 − 1');
  return Number(amount);
}
