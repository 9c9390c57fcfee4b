import { createHash } from 'node:crypto';
import { hashToken } from '../../kernel/crypto.ts';
import type { Vault } from '../../kernel/crypto.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem } from '../../kernel/values/errors.ts';
import { securityCode } from '../orders/index.ts';
import { sealedAs } from './commands/keep-request.ts';
import { guestLinkExpired, orderAskBody, unknownGuestLink } from './contract.ts';
import type { AskedOrder, PlacedGuestOrder } from './contract.ts';

export interface OrderRequest {
  id: string;
  until: Date;
  /** Of the order that is placed with it. */
  code: string;
  /** Null once it is placed. */
  asked: AskedOrder | null;
  placed: PlacedGuestOrder | null;
}

/**
 * The security code of the order that a mailed link places. It follows from the link's token, of which only a hash is kept: so whoever
 * has the link can be told the code again, and the database cannot tell it to anybody.
 */
export const codeOf = (token: string): string =>
  securityCode(createHash('sha256').update(`order code ${token}`).digest());

/** What a mailed link is for. Errors: `unknown_guest_link`, `guest_link_expired`. */
export async function findOrderRequest(
  db: Db,
  vault: Pick<Vault, 'open'>,
  token: string,
  now: Date,
): Promise<OrderRequest> {
  const row = await db
    .selectFrom('guests.requests as r')
    .leftJoin('orders.orders as o', 'o.id', 'r.order_id')
    .select(['r.id', 'r.sealed', 'r.expires_at', 'o.number'])
    .where('r.token_hash', '=', hashToken(token))
    .where('r.kind', '=', 'order')
    .executeTakeFirst();
  if (!row) throw new Problem(unknownGuestLink);
  const { id, sealed, number, expires_at: until } = row;
  const code = codeOf(token);
  if (number !== null) return { id, until, code, asked: null, placed: { number, code } };
  if (until <= now) throw new Problem(guestLinkExpired);
  if (sealed === null) throw new Problem(unknownGuestLink);
  const asked = orderAskBody.parse(JSON.parse(vault.open(sealedAs(id), sealed)));
  return { id, until, code, asked, placed: null };
}
