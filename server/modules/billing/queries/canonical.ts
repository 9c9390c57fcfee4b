import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { addDays } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { canonicalCreditNote, canonicalInvoice } from '../domain/canonical.ts';
import type { CanonicalInvoice, StoredInvoice } from '../domain/canonical.ts';

interface LineRow {
  description: { id: string; en: string };
  period_from: CalendarDate | null;
  period_to: CalendarDate | null;
  quantity: number;
  unit_code: string;
  net: number;
  tax: number;
  tax_group: number | null;
}

/** An invoice in the terms of EN 16931. Errors: `not_found`. */
export async function readCanonicalInvoice(db: Db, invoice: Id<'invoice'>): Promise<CanonicalInvoice> {
  return canonicalInvoice(await readStored(db, invoice));
}

/** A credit note likewise. Errors: `not_found`. */
export async function readCanonicalCreditNote(db: Db, id: Id<'credit-note'>): Promise<CanonicalInvoice> {
  const note = await db
    .selectFrom('billing.credit_notes as n')
    .select(['invoice_id', 'number', 'issued_on'])
    .select(
      sql<{ position: number; net: number; tax: number }[]>`(
        select json_agg(l order by l.position) from billing.credit_note_lines l
        where l.organization_id = n.organization_id and l.credit_note_id = n.id)`.as('lines'),
    )
    .where('id', '=', id)
    .executeTakeFirst();
  if (!note) throw new Problem(notFound);
  const lines = note.lines.map(({ position, net, tax }) => ({
    position,
    net: BigInt(net),
    tax: BigInt(tax),
  }));
  const invoice = await readStored(db, note.invoice_id as Id<'invoice'>);
  return canonicalCreditNote(invoice, { number: note.number, issuedOn: note.issued_on, lines });
}

async function readStored(db: Db, invoice: Id<'invoice'>): Promise<StoredInvoice> {
  const row = await db
    .selectFrom('billing.invoices as i')
    .select([
      'number',
      'issued_on',
      'due_on',
      'currency',
      'seller',
      'buyer',
      'buyer_reference',
      'purchase_order',
    ])
    .select(['transaction_code', 'accounting', 'taxes', 'paid'])
    .select(
      sql<LineRow[]>`(select json_agg(l order by l.position) from billing.invoice_lines l
        where l.organization_id = i.organization_id and l.invoice_id = i.id)`.as('lines'),
    )
    .where('id', '=', invoice)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    currency: row.currency as Currency,
    seller: row.seller as unknown as StoredInvoice['seller'],
    buyer: row.buyer as unknown as StoredInvoice['buyer'],
    buyerReference: row.buyer_reference,
    purchaseOrder: row.purchase_order,
    transactionCode: row.transaction_code,
    accounting: row.accounting as StoredInvoice['accounting'],
    taxes: row.taxes as unknown as StoredInvoice['taxes'],
    paid: row.paid,
    lines: row.lines.map((line) => ({
      description: line.description,
      period:
        line.period_from && line.period_to
          ? { from: line.period_from, to: addDays(line.period_to, -1) }
          : null,
      quantity: line.quantity,
      unit: line.unit_code,
      net: BigInt(line.net),
      tax: BigInt(line.tax),
      taxGroup: line.tax_group,
    })),
  };
}
