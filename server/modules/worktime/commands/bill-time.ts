import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { issueInvoice, previewInvoice } from '../../billing/index.ts';
import type { NewLine } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { noRate, timeBilled, unknownTime } from '../contract.ts';
import type { BillBody, WorkPreview } from '../contract.ts';
import { asQuantity, priceOf, workLines } from '../domain/work-lines.ts';
import type { WorkLine } from '../domain/work-lines.ts';
import { describeLine, explainLine } from '../domain/words.ts';
import * as events from '../events.ts';
import { readRate } from '../queries/billable.ts';
import { workTerms } from '../settings.ts';

interface Entry {
  id: string;
  ticket: string;
  number: number;
  subject: string;
  workedOn: CalendarDate;
  minutes: number;
  note: string;
  billable: boolean;
  billed: boolean;
}

/** Errors: `not_found`, `unknown_time`, `time_billed`, `no_rate`. */
async function decide(db: Db, client: Id<'organization'>, asked: BillBody, { lock }: { lock: boolean }) {
  const ids = [...new Set(asked.entries)];
  const [of, { value: terms }] = await Promise.all([
    findOrganization(db, client),
    readSetting(db, workTerms),
  ]);
  // By id first, so that two who bill the same time wait for each other in one order.
  if (lock)
    await sql`select from worktime.entries where id = any (${ids}::uuid[]) order by id for update`.execute(
      db,
    );
  const { rows } = await sql<Entry>`
    select e.id, e.ticket_id as ticket, t.number::integer as number, t.subject, e.worked_on::text as "workedOn", e.minutes, e.note,
      e.billable, e.invoice_id is not null as billed
    from worktime.entries e join support.tickets t on t.id = e.ticket_id and t.organization_id = ${client}
    where e.id = any (${ids}::uuid[]) order by t.number, e.worked_on, e.id`.execute(db);
  if (rows.length < ids.length || rows.some(({ billable }) => !billable)) throw new Problem(unknownTime);
  if (rows.some(({ billed }) => billed)) throw new Problem(timeBilled);
  const hourly = await readRate(db, terms, of);
  if (hourly === null) throw new Problem(noRate);
  const before = await sql<{ ticket: string }>`
    select distinct ticket_id as ticket from worktime.entries
    where ticket_id = any (${rows.map(({ ticket }) => ticket)}::uuid[]) and invoice_id is not null`.execute(
    db,
  );
  const lines = workLines(rows, asked.by, terms, new Set(before.rows.map(({ ticket }) => ticket)));
  return {
    ids,
    currency: of.currency as Currency,
    hourly,
    worked: rows.reduce((sum, { minutes }) => sum + minutes, 0),
    lines: lines.map((line) => ({ ...line, of: lineOf(line, rows, asked.by, hourly, terms.taxCategory) })),
  };
}

function lineOf(
  line: WorkLine,
  rows: readonly Entry[],
  by: BillBody['by'],
  hourly: bigint,
  taxCategory: NonNullable<NewLine['taxCategory']>,
): NewLine {
  const entries = rows.filter(({ id }) => line.entries.includes(id));
  const [first] = entries;
  assert(first !== undefined, 'a line has entries');
  return {
    serviceId: null,
    description: describeLine(first, line.minutes, by === 'entry' ? first.workedOn : null),
    period: null,
    ...asQuantity(line.minutes, hourly),
    taxable: taxCategory !== 'outside',
    taxCategory,
    taxIncluded: false,
    why: {
      kind: 'manual',
      price: { from: 'staff' },
      note: explainLine(entries, line.worked, line.minutes),
    },
  };
}

/** What an invoice of this time would be. Errors: `not_found`, `unknown_time`, `time_billed`, `no_rate`. */
export async function previewTime(
  db: Db,
  client: Id<'organization'>,
  asked: BillBody,
  now: Date,
): Promise<WorkPreview> {
  const { lines, hourly, currency } = await decide(db, client, asked, { lock: false });
  const sums = await previewInvoice(
    db,
    currency,
    lines.map(({ of }) => of),
    { organization: client, at: now },
  );
  const money = (amount: bigint) => ({ amount: Number(amount), currency });
  return {
    lines: lines.map(({ of, worked, minutes }) => ({
      description: of.description,
      worked,
      minutes,
      net: money(priceOf(minutes, hourly)),
    })),
    subtotal: money(sums.subtotal),
    tax: money(sums.tax),
    total: money(sums.total),
  };
}

/**
 * Issues an invoice of this time, which no other invoice bills from then on: its entries are locked, and each names the one that bills it.
 * Needs a transaction that sees everything. Errors: `not_found`, `unknown_time`, `time_billed`, `no_rate`.
 */
export async function billTime(tx: Tx, client: Id<'organization'>, asked: BillBody): Promise<Id<'invoice'>> {
  const { ids, lines, currency, worked } = await decide(tx.db, client, asked, { lock: true });
  const { id: invoice } = await issueInvoice(tx, {
    organization: client,
    kind: 'manual',
    orderId: null,
    currency,
    lines: lines.map(({ of }) => of),
  });
  const { numUpdatedRows } = await tx.db
    .updateTable('worktime.entries')
    .set((eb) => ({ invoice_id: invoice, billed_at: tx.now, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .where('invoice_id', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== ids.length) throw new Problem(timeBilled);
  tx.emit(events.timeBilled, {
    organizationId: client,
    subject: { kind: 'invoice', id: invoice },
    data: { invoiceId: invoice, entries: ids.length, minutes: worked },
  });
  return invoice;
}
