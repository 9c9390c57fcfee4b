import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { announcePaid, subject, takeOff } from '../allocate.ts';
import { book } from '../book.ts';
import { moreThanCharged, notCreditable } from '../credit-contract.ts';
import { taxTakenBack } from '../domain/credit-note.ts';
import type { CreditReason } from '../domain/credit-note.ts';
import { creditNoteIssued as issuedEntry } from '../domain/ledger.ts';
import { takeBackDeferred } from '../deferrals.ts';
import { creditAdded, creditNoteIssued, invoiceCredited } from '../events.ts';
import { about, lockInvoice, servicesOn, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { invoicing } from '../settings.ts';
import { useCredit } from './apply-credit.ts';

/** `organization` is who owes the invoice. `net` is minor units without tax, with the sign of the line: below zero for a reduction. */
export interface NewCreditNote {
  organization: Id<'organization'>;
  invoice: Id<'invoice'>;
  reason: CreditReason;
  note?: string;
  lines: readonly { position: number; net: bigint }[];
}

export interface IssuedCreditNote {
  id: Id<'credit-note'>;
  /** With tax, in minor units. */
  total: bigint;
  currency: Currency;
}

/**
 * Takes back all or part of an issued invoice, per line and with the tax that was charged for it. What is open on the invoice is reduced
 * first; the rest becomes credit of who owed it. It is final, and its number comes in a moment. Needs a transaction that sees
 * everything. Errors: `not_found`, `not_creditable` for what is no issued invoice, `more_than_charged`.
 */
export async function issueCreditNote(tx: Tx, input: NewCreditNote): Promise<IssuedCreditNote> {
  const invoice = await lockInvoice(tx, input.organization, input.invoice);
  if (invoice.document !== 'issued' || invoice.settlement === 'written_off') throw new Problem(notCreditable);
  const { organization, currency } = invoice;
  const [lines, { timeZone }, { value: rules }] = await Promise.all([
    takeBack(tx, invoice, input.lines),
    findOrganization(tx.db, organization),
    readSetting(tx.db, invoicing),
  ]);
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  const total = net + tax;
  if (net < 0n || tax < 0n || total <= 0n || invoice.takenBack + total > invoice.total)
    throw new Problem(moreThanCharged);
  const open = invoice.total - invoice.paid;
  const settled = total < open ? total : open;
  const credited = total - settled;

  const id = tx.newId<'credit-note'>();
  const issuedOn = dateIn(timeZone, tx.now);
  await sql`
    with note as (
      insert into billing.credit_notes (organization_id, id, invoice_id, reason, note, issued_on, issued_at, currency, net, tax, total, settled)
      values (${organization}, ${id}, ${invoice.id}, ${input.reason}, ${input.note ?? ''}, ${issuedOn}, ${tx.now}, ${currency},
        ${net}, ${tax}, ${total}, ${settled})
    )
    insert into billing.credit_note_lines (organization_id, credit_note_id, invoice_id, position, net, tax)
    select ${organization}, ${id}, ${invoice.id}, l.position, l.net, l.tax
    from jsonb_to_recordset(${JSON.stringify(lines.map(asText))}::jsonb) as l (position integer, net bigint, tax bigint)`.execute(
    tx.db,
  );
  const unearned = await takeBackDeferred(tx, invoice, lines, issuedOn);
  const becamePaid = await takeOff(tx, invoice, { total, settled });
  await book(tx, {
    organization,
    currency,
    kind: 'credit_note_issued',
    invoice: invoice.id,
    receipt: null,
    creditNote: id,
    entry: issuedEntry({
      organizationId: organization,
      net: money(net, currency),
      tax: money(tax, currency),
      open: money(settled, currency),
      unearned: money(unearned, currency),
    }),
    credit: { lot: { source: 'credit_note' } },
  });
  tx.emit(creditNoteIssued, {
    ...subject(invoice),
    data: {
      ...about(invoice),
      clearedServiceIds: await cleared(tx, invoice),
      creditNoteId: id,
      reason: input.reason,
      total: toNumber(total),
      credited: toNumber(credited),
      currency,
    },
  });
  if (invoice.takenBack === invoice.total)
    tx.emit(invoiceCredited, { ...subject(invoice), data: about(invoice) });
  else if (becamePaid) announcePaid(tx, invoice);
  if (credited > 0n) {
    tx.emit(creditAdded, {
      organizationId: organization,
      subject: { kind: 'organization', id: organization },
      data: { amount: toNumber(credited), currency, why: 'credit_note' },
    });
    if (rules.creditAutomatically) tx.enqueue(useCredit, { organization, currency });
  }
  return { id, total, currency };
}

/** What was on it before, and is not any more. */
async function cleared(tx: Tx, { organization, id, serviceIds }: LockedInvoice): Promise<string[]> {
  const { rows } = await servicesOn(sql`${organization}`, sql`${id}`).execute(tx.db);
  const left = new Set<string>(rows.map((row) => row.service_id));
  return serviceIds.filter((service) => !left.has(service));
}

interface TakenLine {
  position: number;
  net: bigint;
  tax: bigint;
}

/** The invoice is locked, so what was taken back before stays as it is read. */
async function takeBack(
  tx: Tx,
  { organization, id }: LockedInvoice,
  asked: NewCreditNote['lines'],
): Promise<TakenLine[]> {
  const { rows } = await sql<{ position: number; net: bigint; tax: bigint; back: string; tax_back: string }>`
    select l.position, l.net, l.tax, coalesce(sum(c.net), 0)::text as back, coalesce(sum(c.tax), 0)::text as tax_back
    from billing.invoice_lines l left join billing.credit_note_lines c
      on c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position
    where l.organization_id = ${organization} and l.invoice_id = ${id} group by l.position, l.net, l.tax`.execute(
    tx.db,
  );
  const charged = new Map(rows.map((row) => [row.position, row]));
  if (new Set(asked.map(({ position }) => position)).size !== asked.length)
    throw new Problem(moreThanCharged);
  return asked.map(({ position, net }) => {
    const line = charged.get(position);
    const tax =
      line &&
      taxTakenBack(
        {
          net: line.net,
          tax: line.tax,
          creditedNet: BigInt(line.back),
          creditedTax: BigInt(line.tax_back),
        },
        net,
      );
    if (tax === undefined || tax === null) throw new Problem(moreThanCharged, { facts: { position } });
    return { position, net, tax };
  });
}

const asText = ({ position, net, tax }: TakenLine) => ({ position, net: String(net), tax: String(tax) });
