import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { seller } from '../../billing/index.ts';
import { acceptOffer, declineOffer, giveToGuest } from '../../offers/index.ts';
import type { LinkedOffer } from '../../offers/index.ts';
import { accountNeeded } from '../contract.ts';
import type { AcceptedOffer } from '../contract.ts';
import { guestOrdered } from '../events.ts';
import { requireOffer, showGuestOffer } from '../guest-offer.ts';
import { orderPlaced } from '../order-messages.ts';
import { codeOf } from '../order-request.ts';
import { findOrMakeGuest } from './find-or-make-guest.ts';
import type { Guest } from './find-or-make-guest.ts';

/**
 * Whoever holds the mailed link accepts the offer for the guest of its address: the link proves the address, and nothing runs before it is
 * paid. Once; pressed again it is as it is. Needs a transaction that sees everything. Errors: `unknown_guest_link`, `account_needed`,
 * those of `acceptOffer`.
 */
export async function acceptByLink(tx: Tx, { token, timeZone, ...answer }: AcceptedOffer): Promise<void> {
  const { offer, ...found } = await requireOffer(tx.db, token, tx.now);
  if (offer.state === 'accepted') return;
  const { can } = (await showGuestOffer(tx.db, token, tx.now)).offer;
  if (can.accept !== true && can.accept.no === 'account_needed') throw new Problem(accountNeeded);
  const { organization, person } = await guestOf(tx, found, timeZone);
  if (found.organization === null) await giveToGuest(tx, found.id, organization);
  const code = codeOf(token);
  const by = { id: organization, limit: null };
  const { orderId, invoiceId } = await acceptOffer(tx, { by, person, offer: found.id, ...answer, code });
  tx.emit(guestOrdered, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { orderId: orderId! },
  });
  const { number, due_on: payBy } = await tx.db
    .selectFrom('orders.orders as o')
    .innerJoin('billing.invoices as i', 'i.id', 'o.invoice_id')
    .select(['o.number', 'i.due_on'])
    .where('o.id', '=', orderId!)
    .where('i.id', '=', invoiceId!)
    .executeTakeFirstOrThrow();
  const { name, email, locale } = found.whom;
  tx.tell(orderPlaced, {
    to: { address: email, name, locale, timeZone },
    organizationId: organization,
    occurrence: orderId!,
    data: { number, code, total: offer.total, payBy: payBy as CalendarDate },
  });
}

/** Errors: `unknown_guest_link`, `offer_over`. */
export async function declineByLink(
  tx: Tx,
  { token, reason }: { token: string; reason: string },
): Promise<void> {
  const { id: offer, organization, whom } = await requireOffer(tx.db, token, tx.now);
  await declineOffer(tx, { organization, person: null, offer, reason, name: whom.name });
}

/** Who accepts: the guest that staff wrote to, or the one of the address that the link proves, as somebody in the seller's country. */
async function guestOf(
  tx: Tx,
  { organization, whom, currency }: Omit<LinkedOffer, 'offer'>,
  timeZone: string,
): Promise<Guest> {
  if (organization === null) {
    const { country } = (await readSetting(tx.db, seller)).value;
    return findOrMakeGuest(tx, { ...whom, timeZone }, { name: whom.name, country, currency });
  }
  const { person_id: person } = await tx.db
    .selectFrom('guests.guests')
    .select('person_id')
    .where('organization_id', '=', organization)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { organization, person: person as Id<'person'> };
}
