import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { findLinked } from '../offers/index.ts';
import type { LinkedOffer } from '../offers/index.ts';
import { findTerms } from '../orders/index.ts';
import { unknownGuestLink } from './contract.ts';
import type { OpenedOffer } from './contract.ts';
import { codeOf } from './order-request.ts';
import { guestOrders } from './settings.ts';

/** The offer of a mailed link, while it is in nobody's account. Needs to see everything. Errors: `unknown_guest_link`. */
export async function requireOffer(db: Db, token: string, now: Date): Promise<LinkedOffer> {
  const found = await findLinked(db, token, now);
  if (!found) throw new Problem(unknownGuestLink);
  return found;
}

/** What the link shows: the offer, whether it can be accepted without an account, and the order it became. Errors: `unknown_guest_link`. */
export async function showGuestOffer(db: Db, token: string, now: Date): Promise<OpenedOffer> {
  const { offer, whom, needsAccount } = await requireOffer(db, token, now);
  const { on } = (await readSetting(db, guestOrders)).value;
  const takesAccount = offer.can.accept === true && (needsAccount || !on);
  const order = offer.orderId
    ? await db
        .selectFrom('orders.orders')
        .select('number')
        .where('id', '=', offer.orderId)
        .executeTakeFirstOrThrow()
    : null;
  return {
    email: whom.email,
    offer: {
      ...offer,
      can: { ...offer.can, accept: takesAccount ? { no: 'account_needed' } : offer.can.accept },
    },
    terms: await findTerms(db),
    placed: order && { number: order.number, code: codeOf(token) },
  };
}
