import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { offerOver } from '../contract.ts';
import { offerTaken } from '../events.ts';
import { about, lockOffer } from '../offer.ts';
import { answerOffers } from '../permissions.ts';
import { requireCurrency } from './write-offer.ts';

/**
 * Takes an offer that was sent to the person's own proven address into one of their organizations, where it is answered. Once. Needs a
 * transaction that sees everything. Errors: `not_found` for any other address, `offer_over`, `offer_currency`.
 */
export async function takeOffer(
  tx: Tx,
  session: Session,
  id: Id<'offer'>,
  into: Id<'organization'>,
): Promise<{ slug: string }> {
  const place = session.organizations.find((one) => one.id === into && mayAsMember(answerOffers, one));
  if (!place) throw new Problem(notFound);
  const offer = await lockOffer(tx, id);
  const { rows } = await sql`
    select from identity.people where id = ${session.person.id} and email_verified_at is not null
      and email = lower(${offer.prospect?.email ?? ''})`.execute(tx.db);
  if (rows.length === 0 || offer.organization !== null) throw new Problem(notFound);
  if (offer.state !== 'sent') throw new Problem(offerOver, { facts: { state: offer.state } });
  await requireCurrency(tx, into, offer.currency);
  await tx.db
    .updateTable('offers.offers')
    .set({ organization_id: into, version: offer.version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(offerTaken, { ...about({ id, organization: into }), data: { number: offer.number! } });
  return { slug: place.slug };
}

/**
 * An offer to somebody new becomes that of the guest whose address its mailed link has proven. Nothing where it is that guest's already.
 * Needs a transaction that sees everything. Errors: `not_found` where somebody took it into an account.
 */
export async function giveToGuest(tx: Tx, id: Id<'offer'>, guest: Id<'organization'>): Promise<void> {
  const offer = await lockOffer(tx, id);
  if (offer.organization === guest) return;
  if (offer.organization !== null) throw new Problem(notFound);
  await tx.db
    .updateTable('offers.offers')
    .set({ organization_id: guest, version: offer.version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(offerTaken, { ...about({ id, organization: guest }), data: { number: offer.number! } });
}
