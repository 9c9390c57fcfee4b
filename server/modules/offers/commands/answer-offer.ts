import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { issueInvoice } from '../../billing/index.ts';
import {
  beyondYourLimit,
  bookOrder,
  findTerms,
  isAbove,
  priceChanged,
  termsChanged,
} from '../../orders/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { agreedFromJson } from '../agreed-json.ts';
import { offerOver, offerStale } from '../contract.ts';
import { offerAccepted, offerDeclined } from '../events.ts';
import { answered } from '../messages.ts';
import { about, lockOffer } from '../offer.ts';
import type { LockedOffer } from '../offer.ts';
import { offerRules } from '../settings.ts';

export interface Accepting {
  /** Whose people accept, and what this one may spend. */
  by: Pick<Membership, 'id' | 'limit'>;
  person: Id<'person'>;
  offer: Id<'offer'>;
  /** As a signature. */
  name: string;
  expectedTotal: number;
  termsVersion: number | null;
  /** The security code of the order, where whoever calls can make it again. */
  code?: string;
}

/**
 * Accepts an offer, once: of its plans becomes an order with its invoice, of what is no plan alone an invoice, for exactly the sums that
 * were sent. Above the person's limit the order waits for approval, as any. Needs a transaction that sees everything. Errors:
 * `not_found`, `offer_over`, `offer_stale`, `terms_changed`, `out_of_stock`, `beyond_your_limit` for what is no order.
 */
export async function acceptOffer(
  tx: Tx,
  { by, person, offer: id, name, expectedTotal, termsVersion, code }: Accepting,
): Promise<{ orderId: Id<'order'> | null; invoiceId: Id<'invoice'> | null }> {
  const offer = await lockOpen(tx, id, by.id);
  const terms = await findTerms(tx.db);
  if (termsVersion !== (terms?.version ?? null)) throw new Problem(termsChanged);
  if (BigInt(expectedTotal) !== offer.total) throw new Problem(offerStale);
  const { plans, extra } = agreedFromJson(offer.agreed);
  const { currency, total } = offer;
  let orderId: Id<'order'> | null = null;
  let invoiceId: Id<'invoice'> | null = null;
  if (plans.length > 0) {
    const { timeZone } = await findOrganization(tx.db, by.id);
    const placed = await asOffered(
      bookOrder(tx, {
        organization: by.id,
        currency,
        timeZone,
        person,
        plans,
        extra,
        redemptions: [],
        pricedBy: 'quote',
        expectedTotal,
        termsVersion,
        limit: by.limit,
        ...(code !== undefined && { code }),
      }),
    );
    orderId = placed.id as Id<'order'>;
    invoiceId = placed.invoiceId as Id<'invoice'> | null;
  } else {
    if (isAbove(by.limit, { amount: total, currency })) throw new Problem(beyondYourLimit);
    const issued = await issueInvoice(tx, {
      organization: by.id,
      kind: 'manual',
      orderId: null,
      lines: extra,
      currency,
    });
    if (issued.total !== total) throw new Problem(offerStale);
    invoiceId = issued.id;
  }
  await answer(tx, offer, {
    state: 'accepted',
    answered_by: person,
    signature: name,
    order_id: orderId,
    invoice_id: invoiceId,
  });
  tx.emit(offerAccepted, { ...about(offer), data: { number: offer.number!, orderId, invoiceId } });
  tellWriter(tx, offer, true, name, '');
  return { orderId, invoiceId };
}

/** `organization` null: by the link of somebody who has no account, `person` null too. Errors: `not_found`, `offer_over`. */
export async function declineOffer(
  tx: Tx,
  {
    organization,
    person,
    offer: id,
    reason,
    name,
  }: {
    organization: Id<'organization'> | null;
    person: Id<'person'> | null;
    offer: Id<'offer'>;
    reason: string;
    name: string;
  },
): Promise<void> {
  const offer = await lockOpen(tx, id, organization);
  await answer(tx, offer, { state: 'declined', answered_by: person, reason });
  tx.emit(offerDeclined, { ...about(offer), data: { number: offer.number! } });
  tellWriter(tx, offer, false, name, reason);
}

/** The last day counts, in the business's zone, also when the sweep has not come yet. */
async function lockOpen(
  tx: Tx,
  id: Id<'offer'>,
  organization: Id<'organization'> | null,
): Promise<LockedOffer> {
  const offer = await lockOffer(tx, id, organization ?? undefined);
  if (offer.organization !== organization) throw new Problem(notFound);
  const { value: rules } = await readSetting(tx.db, offerRules);
  if (offer.state !== 'sent' || offer.validUntil < dateIn(rules.timeZone, tx.now)) {
    throw new Problem(offerOver, { facts: { state: offer.state } });
  }
  return offer;
}

/** A tax that has changed since would bill something else than was offered. */
async function asOffered<T>(booking: Promise<T>): Promise<T> {
  try {
    return await booking;
  } catch (error) {
    if (error instanceof Problem && error.kind === priceChanged) throw new Problem(offerStale);
    throw error;
  }
}

async function answer(
  tx: Tx,
  { id, version }: LockedOffer,
  columns: { state: 'accepted' | 'declined'; answered_by: Id<'person'> | null } & Partial<{
    signature: string;
    reason: string;
    order_id: Id<'order'> | null;
    invoice_id: Id<'invoice'> | null;
  }>,
): Promise<void> {
  await tx.db
    .updateTable('offers.offers')
    .set({ ...columns, answered_at: tx.now, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

function tellWriter(tx: Tx, offer: LockedOffer, accepted: boolean, by: string, reason: string): void {
  tx.tell(answered, {
    to: { person: offer.writtenBy },
    ...(offer.organization && { organizationId: offer.organization }),
    occurrence: offer.id,
    data: {
      number: offer.number!,
      title: offer.title,
      path: `/console/offers/${offer.id}`,
      accepted,
      by,
      reason,
    },
  });
}
