import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Download } from '../../kernel/http/route.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Currency, Locale } from '../../kernel/values/money.ts';
import { notNumbered } from './contract.ts';
import { creditNoteTemplate } from './documents/credit-note-template.ts';
import { creditNoteDocument } from './documents/credit-note.ts';
import type { CreditReason } from './domain/credit-note.ts';
import { onPaper, pdf, readBrand } from './papers.ts';
import type { Which } from './papers.ts';
import type { Party } from './parties.ts';

type Texts = Record<Locale, string>;

/** The credit note as a PDF. Errors: `not_found`, `not_numbered_yet`. */
export async function printCreditNote(
  ctx: Ctx,
  which: Which<'credit-note'>,
  locale: Locale,
): Promise<Download> {
  const { row, brand } = await ctx.read(async (db) => {
    const [found, look] = await Promise.all([findNote(db, which), readBrand(db, locale)]);
    return { row: found, brand: look };
  });
  if (row.number === null) throw new Problem(notNumbered);
  const model = {
    number: row.number,
    issuedOn: row.issued_on,
    invoice: { number: row.invoice_number ?? '', issuedOn: row.invoice_issued_on },
    reason: row.reason,
    currency: row.currency,
    seller: onPaper(row.seller),
    buyer: onPaper(row.buyer),
    for: row.for_name,
    lines: row.lines.map((line) => ({
      description: line.description[locale],
      amount: BigInt(line.net),
    })),
    net: row.net,
    // One tax on the invoice has its name here too; of several the sum stands alone.
    tax: { label: row.taxes.length === 1 ? row.taxes[0]!.label[locale] : null, amount: row.tax },
    total: row.total,
    settled: row.settled,
    note: row.note,
  };
  const data = creditNoteDocument(model, locale, brand);
  const options = { locale, createdAt: row.issued_at, title: data.title };
  return pdf(row.number, await ctx.ports.documents.render(creditNoteTemplate, data, options));
}

interface NoteRow {
  number: string | null;
  reason: CreditReason;
  note: string;
  issued_on: CalendarDate;
  issued_at: Date;
  currency: Currency;
  net: bigint;
  tax: bigint;
  total: bigint;
  settled: bigint;
  invoice_number: string | null;
  invoice_issued_on: CalendarDate;
  seller: Party;
  buyer: Party;
  for_name: string | null;
  taxes: { label: Texts }[];
  lines: { description: Texts; net: number }[];
}

async function findNote(db: Db, { id, organization }: Which<'credit-note'>): Promise<NoteRow> {
  const { rows } = await sql<NoteRow>`
    select n.number, n.reason, n.note, n.issued_on, n.issued_at, n.currency, n.net, n.tax, n.total, n.settled, i.number as invoice_number,
      i.issued_on as invoice_issued_on, i.seller, i.buyer, i.for_name, i.taxes,
      (select json_agg(json_build_object('description', x.description, 'net', l.net) order by l.position)
        from billing.credit_note_lines l join billing.invoice_lines x
          on x.organization_id = l.organization_id and x.invoice_id = l.invoice_id and x.position = l.position
        where l.organization_id = n.organization_id and l.credit_note_id = n.id) as lines
    from billing.credit_notes n join billing.invoices i on i.organization_id = n.organization_id and i.id = n.invoice_id
    where n.id = ${id} and ${organization === null ? sql`true` : sql`n.organization_id = ${organization}`}`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}
