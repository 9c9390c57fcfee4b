import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { findOrganization } from '../../organizations/index.ts';
import { wrongCurrency } from '../contract.ts';
import type { OfferBody } from '../contract.ts';
import { offerDeleted, offerWritten } from '../events.ts';
import { about, lockOffer } from '../offer.ts';
import { priceOffer } from '../price-offer.ts';

/** Writes a draft, which nobody but staff sees. Errors: those of `priceOffer`, `offer_currency`, `not_found` for the client. */
export async function writeOffer(tx: Tx, person: Id<'person'>, body: OfferBody): Promise<Id<'offer'>> {
  const id = tx.newId<'offer'>();
  const columns = await columnsOf(tx, id, body);
  await tx.db
    .insertInto('offers.offers')
    .values({ id, state: 'draft', written_by: person, written_at: tx.now, ...columns })
    .execute();
  tx.emit(offerWritten, { ...about({ id, organization: body.client }), organizationId: null, data: {} });
  return id;
}

/** Errors: `not_found`, `changed_meanwhile`, `wrong_state` for what was sent, those of `writeOffer`. */
export async function changeOffer(tx: Tx, id: Id<'offer'>, version: number, body: OfferBody): Promise<void> {
  const offer = await lockOffer(tx, id);
  if (offer.state !== 'draft') throw new Problem(wrongState, { facts: { reason: 'sent' } });
  if (offer.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('offers.offers')
    .set({ ...(await columnsOf(tx, id, body)), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** A draft is thrown away; what was sent stays. Errors: `not_found`, `wrong_state`. */
export async function deleteDraft(tx: Tx, id: Id<'offer'>): Promise<void> {
  const offer = await lockOffer(tx, id);
  if (offer.state !== 'draft') throw new Problem(wrongState, { facts: { reason: 'sent' } });
  await tx.db.deleteFrom('offers.offers').where('id', '=', id).execute();
  tx.emit(offerDeleted, { ...about(offer), organizationId: null, data: {} });
}

/**
 * A draft with the words and lines of another. `revising`: it replaces that one once it is sent, and gets its number. Errors:
 * `not_found`, `wrong_state` for a revision of what was accepted or replaced.
 */
export async function copyOffer(
  tx: Tx,
  from: Id<'offer'>,
  person: Id<'person'>,
  { revising, validUntil }: { revising: boolean; validUntil: OfferBody['validUntil'] },
): Promise<Id<'offer'>> {
  const offer = await lockOffer(tx, from);
  if (revising && ['draft', 'accepted', 'replaced'].includes(offer.state)) {
    throw new Problem(wrongState, { facts: { reason: offer.state } });
  }
  const id = tx.newId<'offer'>();
  await tx.db
    .insertInto('offers.offers')
    .values({
      id,
      organization_id: offer.organization,
      prospect: offer.prospect && JSON.stringify(offer.prospect),
      revision: revising ? offer.revision + 1 : 1,
      revises: revising ? from : null,
      state: 'draft',
      currency: offer.currency,
      title: offer.title,
      introduction: offer.introduction,
      terms: offer.terms,
      valid_until: validUntil,
      lines: JSON.stringify(offer.lines),
      total: offer.total,
      written_by: person,
      written_at: tx.now,
    })
    .execute();
  tx.emit(offerWritten, { ...about({ id, organization: null }), data: {} });
  return id;
}

async function columnsOf(tx: Tx, offer: Id<'offer'>, body: OfferBody) {
  const { client, prospect, currency, lines } = body;
  if (client) await requireCurrency(tx, client, currency);
  const { shown } = await priceOffer(tx.db, { offer, organization: client, currency, lines, at: tx.now });
  return {
    organization_id: client,
    prospect: prospect && JSON.stringify(prospect),
    currency,
    title: body.title,
    introduction: body.introduction,
    terms: body.terms,
    valid_until: body.validUntil,
    lines: JSON.stringify(lines),
    total: BigInt(shown.total.amount),
  };
}

/** Errors: `offer_currency`. */
export async function requireCurrency(
  tx: Tx,
  organization: Id<'organization'>,
  currency: Currency,
): Promise<void> {
  const found = await findOrganization(tx.db, organization);
  if (found.currency !== currency) {
    throw new Problem(wrongCurrency, { facts: { currency: found.currency } });
  }
}
