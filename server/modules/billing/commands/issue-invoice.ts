import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { addDays } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isCurrency } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization, findPayer } from '../../organizations/index.ts';
import { nothingToInvoice } from '../contract.ts';
import { draftInvoice } from '../invoice-draft.ts';
import type { NewLine } from '../invoice-draft.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { issueDrafts } from '../issue-drafts.ts';
import { partyOf } from '../parties.ts';
import { readTaxGroundOfDocument } from '../queries/tax-ground.ts';
import { revenueTerms } from '../revenue-settings.ts';
import { invoicing as invoicingSetting, seller as sellerSetting } from '../settings.ts';
import { taxTerms } from '../tax-settings.ts';

/** `organization` is whom it is for. Without a currency it is the payer's; without a due date the business's days after today, which it is never before. */
export interface NewInvoice {
  organization: Id<'organization'>;
  kind: LockedInvoice['kind'];
  orderId: string | null;
  lines: readonly NewLine[];
  currency?: Currency;
  dueOn?: CalendarDate;
  notes?: string;
  /** The buyer's own number for what was ordered. */
  purchaseOrder?: string;
}

export interface IssuedInvoice {
  id: Id<'invoice'>;
  payer: Id<'organization'>;
  total: bigint;
  currency: Currency;
}

/**
 * Issues an invoice as of today in its payer's zone: the organization, or the nearest one above it that pays for itself. It is final
 * from now on, whoever pays later; its number comes in a moment, from the numbering step. One of nothing is paid at once. Needs a transaction that sees everything. Errors: `nothing_to_invoice`
 * below zero.
 */
export async function issueInvoice(tx: Tx, input: NewInvoice): Promise<IssuedInvoice> {
  const [payer, [seller, invoicing, terms, revenue]] = await Promise.all([
    findPayer(tx.db, input.organization),
    readSettings(tx.db, sellerSetting, invoicingSetting, taxTerms, revenueTerms),
  ]);
  const payerId = payer.id as Id<'organization'>;
  const currency = input.currency ?? payer.currency;
  assert(isCurrency(currency), `${currency} is a currency`);
  const [forName, { ground, profile, accounting }] = await Promise.all([
    payerId === input.organization ? null : findOrganization(tx.db, input.organization).then((of) => of.name),
    readTaxGroundOfDocument(tx.db, { organization: payerId, seller, terms, currency, at: tx.now }),
  ]);
  const draft = draftInvoice(
    {
      id: tx.newId<'invoice'>(),
      organization: input.organization,
      payer: payerId,
      kind: input.kind,
      orderId: input.orderId,
      lines: input.lines,
      currency,
      dueOn: input.dueOn ?? addDays(ground.on, invoicing.dueDays),
      notes: input.notes ?? '',
      purchaseOrder: input.purchaseOrder ?? '',
    },
    ground,
    {
      buyer: partyOf(payer, profile?.legal, ground.buyer.kind),
      forName,
      reference: profile?.reference ?? '',
      accounting,
    },
  );
  if (!draft) throw new Problem(nothingToInvoice);
  await issueDrafts(tx, [draft], { seller: partyOf(seller, seller.legal), invoicing, revenue });
  return { id: draft.invoice.id, payer: payerId, total: draft.invoice.total, currency };
}
