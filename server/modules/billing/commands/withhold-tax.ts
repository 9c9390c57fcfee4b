import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { allocate } from '../allocate.ts';
import { book } from '../book.ts';
import { taxWithheld as withheldEntry } from '../domain/ledger.ts';
import { withholdable } from '../domain/withholding.ts';
import type { WithholdingKind } from '../domain/withholding.ts';
import { taxWithheld } from '../events.ts';
import { assertMay, lockInvoice, toNumber } from '../invoice-row.ts';
import type { Party } from '../parties.ts';
import { alreadyWithheld, lessIsOwed, nothingToWithhold } from '../tax-contract.ts';
import { taxTerms } from '../tax-settings.ts';
import { subjectOf } from '../withholding-row.ts';

/**
 * The client pays an invoice less the tax it withholds: that part is settled now, and its slip is due. Needs a transaction that sees
 * everything. Errors: `nothing_to_withhold`, `already_withheld`, `less_is_owed`, or why this invoice takes none.
 */
export async function withholdTax(
  tx: Tx,
  input: {
    organization: Id<'organization'>;
    invoice: Id<'invoice'>;
    kinds: readonly WithholdingKind[];
    by: Id<'person'>;
  },
): Promise<void> {
  const { organization, kinds } = input;
  const invoice = await lockInvoice(tx, organization, input.invoice);
  assertMay('withhold', invoice);
  const [{ value: terms }, { timeZone }, parties] = await Promise.all([
    readSetting(tx.db, taxTerms),
    findOrganization(tx.db, organization),
    tx.db
      .selectFrom('billing.invoices as i')
      .select(['i.seller', 'i.buyer'])
      .select(
        sql<WithholdingKind[]>`array(select w.kind from billing.withholdings w
          where w.organization_id = i.organization_id and w.invoice_id = i.id and w.state <> 'reopened')`.as(
          'live',
        ),
      )
      .where('i.organization_id', '=', organization)
      .where('i.id', '=', invoice.id)
      .executeTakeFirstOrThrow(),
  ]);
  const seller = parties.seller as unknown as Party;
  const buyer = parties.buyer as unknown as Party;
  const chosen = withholdable({ ...invoice, seller, buyer }, terms.withholding).filter(({ kind }) =>
    kinds.includes(kind),
  );
  if (chosen.length < new Set(kinds).size) throw new Problem(nothingToWithhold);
  if (chosen.some(({ kind }) => parties.live.includes(kind))) throw new Problem(alreadyWithheld);
  const { currency } = invoice;
  for (const { kind, base, percent, amount } of chosen) {
    if (amount > invoice.total - invoice.paid) throw new Problem(lessIsOwed);
    const id = tx.newId<'withholding'>();
    await tx.db
      .insertInto('billing.withholdings')
      .values({
        organization_id: organization,
        id,
        invoice_id: invoice.id,
        kind,
        state: 'awaiting',
        currency,
        base,
        percent,
        amount,
        declared_by: input.by,
        declared_at: tx.now,
        slip_due_on: addDays(dateIn(timeZone, tx.now), terms.withholding.slipDays),
      })
      .execute();
    await allocate(tx, invoice, { receipt: null, withholding: id, amount });
    await book(tx, {
      organization,
      currency,
      kind: 'tax_withheld',
      invoice: invoice.id,
      receipt: null,
      entry: withheldEntry({ organizationId: organization, amount: money(amount, currency) }),
    });
    tx.emit(taxWithheld, {
      ...subjectOf({ organization, id }),
      data: { withholdingId: id, invoiceId: invoice.id, kind, amount: toNumber(amount), currency },
    });
  }
}
