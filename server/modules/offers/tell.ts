import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import { findMembersWhoMay, findOrganization, isGuest } from '../organizations/index.ts';
import { pathOf } from './link.ts';
import type { AboutOffer } from './messages.ts';
import type { LockedOffer } from './offer.ts';
import { answerOffers } from './permissions.ts';

/** Tells those who may answer an offer, or the address it is for. */
export async function tellOfOffer(
  tx: Tx,
  offer: Pick<
    LockedOffer,
    'id' | 'organization' | 'prospect' | 'link' | 'number' | 'title' | 'total' | 'currency' | 'validUntil'
  >,
  message: MessageKind<AboutOffer>,
): Promise<void> {
  const { id, organization, prospect, link, title, total, currency, validUntil } = offer;
  const data = { number: offer.number!, title, total: Number(total), currency, validUntil };
  const client = organization && (await findOrganization(tx.db, organization));
  // Taken into an account since, its members answer it.
  if (link !== null && (!client || (await isGuest(tx.db, organization!)))) {
    const { name, email, locale } = prospect ?? { ...client!, email: client!.billingEmail };
    tx.tell(message, {
      to: { address: email, name, locale },
      ...(organization && { organizationId: organization }),
      occurrence: id,
      data: { ...data, path: pathOf(tx.vault, { id, link }), isNew: true },
    });
    return;
  }
  if (organization === null || !client) return;
  const { slug } = client;
  const people = await findMembersWhoMay(tx.db, organization, answerOffers);
  for (const person of people) {
    tx.tell(message, {
      to: { person },
      organizationId: organization,
      occurrence: id,
      data: { ...data, path: `/o/${slug}/offers/${id}`, isNew: false },
    });
  }
}
