import type { Tx } from '../../kernel/db/tx.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { CancelReason, ChangedTerms, Terms } from '../services/index.ts';
import type { ChangeLineOut } from './change-contract.ts';
import type { ChangeState, WhyCanceled } from './domain/change-states.ts';

/** A change whose row this transaction holds. */
export interface LockedChange {
  id: Id<'change'>;
  organization: Id<'organization'>;
  service: Id<'service'>;
  state: ChangeState;
  /** Null: it ends. */
  terms: ChangedTerms | null;
  effectiveOn: CalendarDate;
  begins: { from: CalendarDate; to: CalendarDate } | null;
  lines: ChangeLineOut[];
  currency: Currency;
  total: bigint;
  credit: bigint;
  invoice: Id<'invoice'> | null;
  stockTaken: number;
  serviceVersion: number;
  askedBy: Id<'person'> | null;
  expiresAt: Date | null;
  /** Why it is to end, where that waits for an approval. */
  ending: Ending | null;
  decisionNote: string;
}

export interface Ending {
  reason: CancelReason;
  note?: string | undefined;
}

const columns = [
  'id',
  'organization_id',
  'service_id',
  'state',
  'after',
  'configuration',
  'effective_on',
  'begins_from',
  'begins_to',
  'lines',
  'currency',
  'total',
  'credit',
  'invoice_id',
  'stock_taken',
  'service_version',
  'asked_by',
  'expires_at',
  'end_reason',
  'end_note',
  'decision_note',
] as const;

/**
 * Takes a change by its id, its invoice, or as the open one of a service; null when there is none. Lock order: the change first, then
 * its service, then invoices.
 */
export async function findAndLockChange(
  tx: Tx,
  by: { organization: Id<'organization'>; change: string } | { invoice: string } | { openOf: string },
): Promise<LockedChange | null> {
  const row = await tx.db
    .selectFrom('orders.changes')
    .select(columns)
    .$if('change' in by, (query) =>
      query
        .where('organization_id', '=', 'change' in by ? by.organization : '')
        .where('id', '=', 'change' in by ? by.change : ''),
    )
    .$if('invoice' in by, (query) => query.where('invoice_id', '=', 'invoice' in by ? by.invoice : ''))
    .$if('openOf' in by, (query) =>
      query.where('service_id', '=', 'openOf' in by ? by.openOf : '').where('closed_at', 'is', null),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id as Id<'change'>,
    organization: row.organization_id as Id<'organization'>,
    service: row.service_id as Id<'service'>,
    state: row.state as ChangeState,
    terms:
      row.after === null
        ? null
        : { ...termsFromJson(row.after), provisionerConfiguration: row.configuration as Json },
    effectiveOn: row.effective_on,
    begins: row.begins_from && row.begins_to ? { from: row.begins_from, to: row.begins_to } : null,
    lines: row.lines as unknown as ChangeLineOut[],
    currency: row.currency as Currency,
    total: row.total,
    credit: row.credit,
    invoice: row.invoice_id as Id<'invoice'> | null,
    stockTaken: row.stock_taken,
    serviceVersion: row.service_version,
    askedBy: row.asked_by as Id<'person'> | null,
    expiresAt: row.expires_at,
    ending: row.end_reason === null ? null : { reason: row.end_reason as CancelReason, note: row.end_note },
    decisionNote: row.decision_note,
  };
}

/** Errors: `not_found`. */
export async function lockChange(
  tx: Tx,
  organization: Id<'organization'>,
  change: string,
): Promise<LockedChange> {
  const found = await findAndLockChange(tx, { organization, change });
  if (!found) throw new Problem(notFound);
  return found;
}

export async function closeChange(
  tx: Tx,
  { organization, id }: LockedChange,
  to: { state: 'done' } | { state: 'canceled'; why_canceled: WhyCanceled },
): Promise<void> {
  await tx.db
    .updateTable('orders.changes')
    .set({ ...to, closed_at: tx.now, expires_at: null })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

export function termsToJson({ planId, names, quantity, choices, cycle, recurring, ...rest }: Terms): string {
  const { taxable, priceVersion } = rest;
  const { term, billDay } = rest as Partial<ChangedTerms>;
  const same = { planId, names, quantity, choices, cycle, taxable, priceVersion };
  return JSON.stringify({
    ...same,
    recurring: String(recurring),
    ...(term && { term }),
    ...(billDay && { billDay }),
  });
}

export function termsFromJson(stored: unknown): Terms {
  const terms = stored as Omit<Terms, 'recurring'> & { recurring: string };
  return { ...terms, priceVersion: terms.priceVersion ?? null, recurring: BigInt(terms.recurring) };
}
