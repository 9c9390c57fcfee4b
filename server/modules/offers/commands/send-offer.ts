import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn, yearOf } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { agreedToJson } from '../agreed-json.ts';
import { dayPassed } from '../contract.ts';
import { offerStates } from '../domain/offer-states.ts';
import { offerSent, offerWithdrawn } from '../events.ts';
import { sent } from '../messages.ts';
import { isGuest } from '../../organizations/index.ts';
import { newLink } from '../link.ts';
import { about, lockOffer } from '../offer.ts';
import type { LockedOffer } from '../offer.ts';
import { priceOffer } from '../price-offer.ts';
import { offerRules } from '../settings.ts';
import { tellOfOffer } from '../tell.ts';
import { requireCurrency } from './write-offer.ts';

/**
 * Sends a draft at the prices of this moment: from now on it is as it is, and exactly it can be accepted. A revision replaces the one
 * before. Errors: `not_found`, `wrong_state`, `day_passed`, `offer_currency`, those of `priceOffer`.
 */
export async function sendOffer(tx: Tx, id: Id<'offer'>): Promise<void> {
  const offer = await lockOffer(tx, id);
  offerStates.assertMove(offer.state, 'sent');
  const { organization, currency, lines, revision } = offer;
  const { value: rules } = await readSetting(tx.db, offerRules);
  const today = dateIn(rules.timeZone, tx.now);
  if (offer.validUntil < today) throw new Problem(dayPassed);
  if (organization) await requireCurrency(tx, organization, currency);
  const priced = await priceOffer(tx.db, { offer: id, organization, currency, lines, at: tx.now });
  const number = (await replaced(tx, offer)) ?? (await nextNumber(tx, yearOf(today)));
  const total = BigInt(priced.shown.total.amount);
  const link = (await hasAccount(tx, offer)) ? null : newLink(tx.vault, id);
  await tx.db
    .updateTable('offers.offers')
    .set({
      state: 'sent',
      number,
      shown: JSON.stringify(priced.shown),
      agreed: agreedToJson(priced),
      total,
      sent_at: tx.now,
      ...link,
      version: offer.version + 1,
    })
    .where('id', '=', id)
    .execute();
  tx.emit(offerSent, { ...about(offer), data: { number, revision, total: Number(total), currency } });
  await tellOfOffer(tx, { ...offer, number, total, link: link?.link ?? null }, sent);
}

/** Somebody new, and a guest, answer by a mailed link. */
async function hasAccount(tx: Tx, { organization }: LockedOffer): Promise<boolean> {
  return organization !== null && !(await isGuest(tx.db, organization));
}

/** What was sent cannot be accepted any more. Errors: `not_found`, `wrong_state`. */
export async function withdrawOffer(tx: Tx, id: Id<'offer'>): Promise<void> {
  const offer = await lockOffer(tx, id);
  await move(tx, offer, 'withdrawn');
  tx.emit(offerWithdrawn, { ...about(offer), data: { number: offer.number! } });
}

/** The number of the offer that this one revises, which is over; null where it revises none. */
async function replaced(tx: Tx, { revises }: LockedOffer): Promise<string | null> {
  if (revises === null) return null;
  const before = await lockOffer(tx, revises);
  await move(tx, before, 'replaced');
  return before.number;
}

export async function move(
  tx: Tx,
  offer: LockedOffer,
  state: 'withdrawn' | 'replaced' | 'expired',
): Promise<void> {
  offerStates.assertMove(offer.state, state);
  await tx.db
    .updateTable('offers.offers')
    .set({
      state,
      // Only what is answered keeps its answer: one that was declined and is replaced has it in the facts.
      ...(offer.state === 'declined' && { answered_at: null }),
      version: offer.version + 1,
    })
    .where('id', '=', offer.id)
    .execute();
}

async function nextNumber(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into offers.series (year, last) values (${year}, 1)
    on conflict (year) do update set last = series.last + 1 returning last`.execute(tx.db);
  return `OFF-${year}-${String(rows[0]!.last).padStart(4, '0')}`;
}
