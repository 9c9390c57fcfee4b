import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { FileMissing, fileKey } from '../../../kernel/files.ts';
import type { Download } from '../../../kernel/http/route.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { mayOnInvoice } from '../domain/abilities.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import { withholdable } from '../domain/withholding.ts';
import type { WithholdingKind, WithholdingState } from '../domain/withholding.ts';
import { toNumber } from '../invoice-row.ts';
import type { Party } from '../parties.ts';
import type { Withholding, Withholdings, withholdingQuery } from '../tax-contract.ts';
import { taxTerms } from '../tax-settings.ts';
import type { WithholdingKey } from '../withholding-row.ts';

function select(db: Db) {
  return db
    .selectFrom('billing.withholdings as w')
    .innerJoin('organizations.organizations as o', 'o.id', 'w.organization_id')
    .innerJoin('billing.invoices as i', (join) =>
      join.onRef('i.organization_id', '=', 'w.organization_id').onRef('i.id', '=', 'w.invoice_id'),
    )
    .select([
      'w.id',
      'w.kind',
      'w.state',
      'w.currency',
      'w.base',
      'w.amount',
      'w.declared_at',
      'w.slip_due_on',
    ])
    .select(['w.slip_number', 'w.slip_on', 'w.slip_file_name', 'w.refused_because', 'w.reminders'])
    .select(['w.invoice_id', 'i.number', 'o.id as client_id', 'o.name'])
    .select(sql<number | null>`w.percent::float`.as('percent'));
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function told(row: Row): Withholding {
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  return {
    id: row.id,
    kind: row.kind as WithholdingKind,
    state: row.state as WithholdingState,
    base: sum(row.base),
    percent: row.percent,
    amount: sum(row.amount),
    declaredAt: row.declared_at.toISOString(),
    slipDueOn: row.slip_due_on,
    slip:
      row.slip_number === null
        ? null
        : { number: row.slip_number, on: row.slip_on!, file: row.slip_file_name! },
    refusedBecause: row.refused_because,
    reminders: row.reminders,
    invoice: { id: row.invoice_id, number: row.number },
    client: { id: row.client_id, name: row.name },
  };
}

/** What was withheld of an invoice, and what may be. Staff name it by its id alone. Errors: `not_found`. */
export async function showWithholdings(
  db: Db,
  { organization, invoice }: { organization: Id<'organization'> | null; invoice: Id<'invoice'> },
  now: Date,
): Promise<Withholdings> {
  const [{ value: terms }, row, rows] = await Promise.all([
    readSetting(db, taxTerms),
    db
      .selectFrom('billing.invoices as i')
      .innerJoin('organizations.organizations as o', 'o.id', 'i.organization_id')
      .select([
        'o.time_zone',
        'i.currency',
        'i.subtotal',
        'i.tax',
        'i.total',
        'i.paid',
        'i.issued_on',
        'i.status',
        'i.seller',
        'i.buyer',
      ])
      .where('i.id', '=', invoice)
      .$if(organization !== null, (query) => query.where('i.organization_id', '=', organization!))
      .executeTakeFirst(),
    select(db)
      .where('w.invoice_id', '=', invoice)
      .$if(organization !== null, (query) => query.where('w.organization_id', '=', organization!))
      .orderBy('w.declared_at')
      .orderBy('w.id')
      .execute(),
  ]);
  if (!row) throw new Problem(notFound);
  const live = rows.filter(({ state }) => state !== 'reopened').map(({ kind }) => kind);
  const offers = withholdable(
    {
      issuedOn: row.issued_on,
      subtotal: row.subtotal,
      tax: row.tax,
      seller: row.seller as unknown as Party,
      buyer: row.buyer as unknown as Party,
    },
    terms.withholding,
  ).filter(({ kind, amount }) => !live.includes(kind) && amount <= row.total - row.paid);
  const open = mayOnInvoice('withhold', row.status as InvoiceStatus);
  const withhold: Ability = open === true && offers.length === 0 ? { no: 'nothing_to_withhold' } : open;
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  return {
    items: rows.map(told),
    offers: offers.map(({ kind, base, percent, amount }) => ({
      kind,
      base: sum(base),
      percent,
      amount: sum(amount),
    })),
    balance: sum(row.total - row.paid),
    slipDueOn: addDays(dateIn(row.time_zone, now), terms.withholding.slipDays),
    can: { withhold },
  };
}

/** Those of all clients by when their slip is due, longest ago first. */
export async function listWithholdings(db: Db, { after, limit, state }: z.output<typeof withholdingQuery>) {
  const from = after === undefined ? null : decodeCursor(after, ['date', 'id']);
  const rows = await select(db)
    .where('w.state', 'in', state === 'missing' ? ['awaiting', 'submitted'] : [state])
    .$if(from !== null, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('w.slip_due_on', 'w.id'), '>', eb.tuple(from![0] as CalendarDate, from![1] as string)),
      ),
    )
    .orderBy('w.slip_due_on')
    .orderBy('w.id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.slip_due_on, row.id as Id<'withholding'>]);
  return { next: page.next, items: page.items.map(told) };
}

/** The file of a slip. Errors: `not_found`. */
export async function openSlip(ctx: Ctx, { organization, withholding }: WithholdingKey): Promise<Download> {
  const row = await ctx.read((db) =>
    db
      .selectFrom('billing.withholdings')
      .select(['organization_id', 'slip_file', 'slip_file_name', 'slip_file_type'])
      .where('id', '=', withholding)
      .where('slip_file', 'is not', null)
      .$if(organization !== null, (query) => query.where('organization_id', '=', organization!))
      .executeTakeFirst(),
  );
  if (!row) throw new Problem(notFound);
  const key = fileKey(row.organization_id as Id<'organization'>, 'billing', row.slip_file!);
  try {
    return { name: row.slip_file_name!, type: row.slip_file_type!, body: await ctx.ports.files.get(key) };
  } catch (error) {
    throw error instanceof FileMissing ? new Problem(notFound) : error;
  }
}
