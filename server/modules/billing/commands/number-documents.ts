import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { daysBetween, yearOf } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { formatNumber } from '../domain/numbers.ts';
import { creditNoteNumbered, invoiceNumbered, receiptNumbered } from '../events.ts';
import type { Draft } from '../invoice-draft.ts';
import { invoicing } from '../settings.ts';
import type { Invoicing } from '../settings.ts';

const kinds = {
  invoice: {
    table: sql.table('billing.invoices'),
    day: sql.ref('issued_on'),
    waiting: sql`number is null and document <> 'draft'`,
  },
  receipt: {
    table: sql.table('billing.receipts'),
    day: sql.ref('received_on'),
    waiting: sql`number is null`,
  },
  credit_note: {
    table: sql.table('billing.credit_notes'),
    day: sql.ref('issued_on'),
    waiting: sql`number is null`,
  },
} as const;

const batch = 1000;

/**
 * Gives numbers to one batch of documents that wait for one, in the order of their days, and returns how many it gave; null when
 * none is waiting. Writers of documents never touch the counter: only this step locks its row, once for the batch, so numbers
 * have no gaps whoever rolls back, and writing is not slowed.
 */
export async function numberBatch(tx: Tx, kind: keyof typeof kinds): Promise<number | null> {
  const { table, day, waiting } = kinds[kind];
  const first = await sql<{ year: number }>`
    select extract(year from ${day})::integer as year from ${table} where ${waiting} order by ${day}, id limit 1`.execute(
    tx.db,
  );
  const year = first.rows[0]?.year;
  if (year === undefined) return null;

  // In a statement of its own: the next one must see what the previous holder of the lock has numbered.
  const { last } = await tx.db
    .insertInto('billing.series')
    .values({ kind, year, last: 0 })
    .onConflict((conflict) => conflict.columns(['kind', 'year']).doUpdateSet({ kind }))
    .returning('last')
    .executeTakeFirstOrThrow();
  const [documents, { value: rules }] = await Promise.all([
    sql<{ organization_id: Id<'organization'>; id: string }>`
      select organization_id, id from ${table}
      where ${waiting} and ${day} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
      order by ${day}, id limit ${batch}`.execute(tx.db),
    readSetting(tx.db, invoicing),
  ]);
  const format = {
    invoice: rules.invoiceNumber,
    receipt: rules.receiptNumber,
    credit_note: rules.creditNoteNumber,
  }[kind];
  const numbered = documents.rows.map((row, index) => {
    const sequence = last + BigInt(index) + 1n;
    return { ...row, sequence, number: formatNumber(format, rules.digits, year, sequence) };
  });
  await sql`
    update ${table} d set year = ${year}, sequence = n.sequence, number = n.number
    from unnest(${numbered.map((row) => row.organization_id)}::uuid[], ${numbered.map((row) => row.id)}::uuid[],
      ${numbered.map((row) => String(row.sequence))}::bigint[], ${numbered.map((row) => row.number)}::text[])
      as n (organization_id, id, sequence, number)
    where d.organization_id = n.organization_id and d.id = n.id`.execute(tx.db);
  await tx.db
    .updateTable('billing.series')
    .set({ last: last + BigInt(numbered.length) })
    .where('kind', '=', kind)
    .where('year', '=', year)
    .execute();
  for (const row of numbered) announce(tx, kind, row);
  return numbered.length;
}

/**
 * Gives numbers to invoices that are about to be written, in the order of their days. The series stays locked until the transaction
 * ends, so let little but their writing follow.
 */
export async function takeNumbers(
  tx: Tx,
  drafts: readonly Draft[],
  rules: Pick<Invoicing, 'invoiceNumber' | 'digits'>,
): Promise<void> {
  const inOrder = drafts.toSorted(({ invoice: a }, { invoice: b }) => daysBetween(b.issuedOn, a.issuedOn));
  // Whoever numbers takes the earliest year first.
  for (const year of new Set(inOrder.map(({ invoice }) => yearOf(invoice.issuedOn)))) {
    const ofYear = inOrder.filter(({ invoice }) => yearOf(invoice.issuedOn) === year);
    const many = BigInt(ofYear.length);
    const { last } = await tx.db
      .insertInto('billing.series')
      .values({ kind: 'invoice', year, last: many })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'year']).doUpdateSet({ last: sql`billing.series.last + ${many}` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    for (const [index, draft] of ofYear.entries()) {
      draft.sequence = last - many + BigInt(index) + 1n;
      draft.invoice.number = formatNumber(rules.invoiceNumber, rules.digits, year, draft.sequence);
    }
  }
}

function announce(
  tx: Tx,
  kind: keyof typeof kinds,
  {
    organization_id: organizationId,
    id,
    number,
  }: { organization_id: Id<'organization'>; id: string; number: string },
): void {
  const about = { organizationId, subject: { kind, id } };
  if (kind === 'invoice') tx.emit(invoiceNumbered, { ...about, data: { invoiceId: id, number } });
  else if (kind === 'receipt') tx.emit(receiptNumbered, { ...about, data: { receiptId: id, number } });
  else tx.emit(creditNoteNumbered, { ...about, data: { creditNoteId: id, number } });
}

/**
 * Numbers as many documents as have just been told of, if so many wait. They need not be the same ones: as each document is told of
 * once, none is left over. The series stays locked until the transaction ends, so let this be the last that it does.
 */
export async function numberAtLeast(tx: Tx, kind: keyof typeof kinds, many: number): Promise<void> {
  for (let left = many; left > 0;) {
    const numbered = await numberBatch(tx, kind);
    if (numbered === null) return;
    left -= numbered;
  }
}

/** For documents that were forgotten. */
export const numberDocuments = defineJob({
  name: 'billing.number-documents',
  input: z.object({ kind: z.enum(['invoice', 'receipt', 'credit_note']) }),
  firstWait: 1,
  run: async (ctx, { kind }) => {
    while ((await ctx.transact((tx) => numberBatch(tx, kind))) !== null);
  },
});
