import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import type { MessageKind, Telling } from '../../kernel/messages.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay } from '../organizations/index.ts';
import type { PlannedStep } from './domain/dunning/plan.ts';
import { occurrenceOf } from './dunning-row.ts';
import { toNumber } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';
import * as messages from './messages.ts';
import { useCredit } from './permissions.ts';

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

/** A reminder or a notice, once for each step of an invoice, by the step's channels. Says whom it was written to. */
export async function tellOfStep(
  tx: Tx,
  key: Key,
  step: PlannedStep,
  suspendOn: CalendarDate | null,
): Promise<Id<'person'>[]> {
  const about = await aboutInvoice(tx, key);
  const how = { occurrence: occurrenceOf(key.id, step), channels: step.channels };
  return step.kind === 'reminder'
    ? tell(tx, key.organization, messages.paymentReminder, how, about)
    : tell(tx, key.organization, messages.overdueNotice, how, { ...about, suspendOn });
}

/** That the day of a promise has passed, once. */
export async function tellOfBrokenPromise(
  tx: Tx,
  key: Key,
  promise: string,
  on: CalendarDate,
): Promise<void> {
  const about = await aboutInvoice(tx, key);
  await tell(tx, key.organization, messages.promiseBroken, promise, { ...about, on });
}

/** Of all receipts that were numbered together. */
export async function tellOfReceipts(tx: Tx, facts: readonly Fact<{ receiptId: string }>[]): Promise<void> {
  const { rows } = await sql<{
    id: string;
    organization: Id<'organization'>;
    number: string;
    amount: bigint;
    currency: string;
    invoice_id: string | null;
    invoice_number: string | null;
    balance: bigint | null;
    allocated: bigint;
    slug: string;
  }>`
    select r.id, r.organization_id as organization, r.number, r.amount, r.currency, r.invoice_id, i.number as invoice_number,
      case when i.document = 'issued' then i.total - i.paid else 0 end as balance, o.slug,
      coalesce((select sum(a.amount) from billing.allocations a where a.organization_id = r.organization_id
        and a.receipt_id = r.id), 0)::bigint as allocated
    from unnest(${facts.map((fact) => fact.organizationId)}::uuid[], ${facts.map((fact) => fact.data.receiptId)}::uuid[])
        as told (organization_id, id)
      join billing.receipts r on r.organization_id = told.organization_id and r.id = told.id
      join organizations.organizations o on o.id = r.organization_id
      left join billing.invoices i on i.organization_id = r.organization_id and i.id = r.invoice_id`.execute(
    tx.db,
  );
  assert(rows.length === facts.length, 'receipts that were numbered are there');
  const told = rows.map((row) => {
    const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
    return tell(tx, row.organization, messages.paymentReceived, row.id, {
      number: row.number,
      amount: sum(row.amount),
      invoice:
        row.invoice_id === null ? null : { number: row.invoice_number, balance: sum(row.balance ?? 0n) },
      credited: sum(row.amount - row.allocated),
      path: row.invoice_id ? `/o/${row.slug}/invoices/${row.invoice_id}` : `/o/${row.slug}/statement`,
    });
  });
  await Promise.all(told);
}

export async function aboutInvoice(tx: Pick<Tx, 'db'>, { organization, id }: Key) {
  const row = await tx.db
    .selectFrom('billing.invoices as i')
    .innerJoin('organizations.organizations as o', 'o.id', 'i.organization_id')
    .select([
      'i.number',
      'i.title',
      'i.more',
      'i.for_name',
      'i.total',
      'i.paid',
      'i.document',
      'i.currency',
      'i.due_on',
      'o.slug',
    ])
    .where('i.organization_id', '=', organization)
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow();
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  return {
    number: row.number ?? '',
    title: naming(withMore(row.title as { id: string; en: string }, row.more), row.for_name),
    total: sum(row.total),
    balance: sum(row.total - row.paid),
    document: row.document,
    dueOn: row.due_on,
    path: `/o/${row.slug}/invoices/${id}`,
  };
}

interface Named {
  id: string;
  en: string;
}

/** Its first line, and how many there are besides. */
function withMore({ id, en }: Named, more: number): Named {
  return more === 0 ? { id, en } : { id: `${id} dan ${more} lainnya`, en: `${en} and ${more} more` };
}

/** What it is about, and for whom where that is not its payer. */
function naming({ id, en }: Named, whom: string | null): Named {
  return whom === null ? { id, en } : { id: `${id} (${whom})`, en: `${en} (${whom})` };
}

/** To everybody who looks after the organization's money. */
async function tell<Data>(
  tx: Tx,
  organization: Id<'organization'>,
  message: MessageKind<Data>,
  how: string | Pick<Telling<Data>, 'occurrence' | 'channels'>,
  data: Data,
): Promise<Id<'person'>[]> {
  const people = await findMembersWhoMay(tx.db, organization, useCredit);
  const once = typeof how === 'string' ? { occurrence: how } : how;
  for (const person of people)
    tx.tell(message, { to: { person }, organizationId: organization, ...once, data });
  return people;
}
