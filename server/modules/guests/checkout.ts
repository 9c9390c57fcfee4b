import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { priceSelection, showProduct, usualCurrency } from '../catalog/index.ts';
import type { StoreProduct } from '../catalog/index.ts';
import { assessItems, findTerms, quotePlans } from '../orders/index.ts';
import type { Quote } from '../orders/index.ts';
import { accountNeeded, guestOrdersOff } from './contract.ts';
import type { AskedOrder, Checkout } from './contract.ts';
import { guestOrders } from './settings.ts';

/** Errors: `guest_orders_off`. */
export async function requireGuestOrders(db: Db) {
  const { value } = await readSetting(db, guestOrders);
  if (!value.on) throw new Problem(guestOrdersOff);
  return value;
}

/** What a guest chooses from and accepts. Errors: `not_found`, also for what is not sold without an account. */
export async function showCheckout(
  db: Db,
  slug: string,
  currency: string | undefined,
  at: Date,
): Promise<Checkout> {
  const { on } = (await readSetting(db, guestOrders)).value;
  const { text } = await showProduct(db, slug, currency ?? (await usualCurrency(db, at)), false, at);
  const product = JSON.parse(text) as StoreProduct;
  if (!on || product.needsAccount) throw new Problem(notFound);
  return { product, terms: await findTerms(db) };
}

/**
 * What a guest would pay now and later. What costs nothing at first, and so asks for no money before it runs, needs an account.
 * `proven`: the address, once its link was opened; what it used before counts. Errors: those of `assessItems`, `guest_orders_off`, `account_needed`.
 */
export async function quoteForGuest(
  db: Db,
  {
    item,
    currency,
    timeZone,
    promotionCode,
  }: Pick<AskedOrder, 'item' | 'currency' | 'timeZone' | 'promotionCode'>,
  now: Date,
  proven: string | null = null,
): Promise<Quote> {
  await requireGuestOrders(db);
  const buyer = { id: null, currency: currency as Currency, at: now };
  const plans = await assessItems(db, buyer, [item], priceSelection);
  if (plans.some(({ needsAccount }) => needsAccount)) throw new Problem(accountNeeded);
  const quote = await quotePlans(db, plans, {
    organization: null,
    currency: buyer.currency,
    today: dateIn(timeZone, now),
    at: now,
    code: promotionCode,
    client: proven === null ? null : await findGuest(db, proven, currency),
  });
  if (quote.total.amount === 0) throw new Problem(accountNeeded);
  return quote;
}

/** The guest that an address is already in a currency. */
async function findGuest(db: Db, email: string, currency: string): Promise<Id<'organization'> | null> {
  const found = await db
    .selectFrom('guests.guests')
    .select('organization_id')
    .where('email', '=', email)
    .where('currency', '=', currency)
    .where('claimed_at', 'is', null)
    .orderBy('since')
    .limit(1)
    .executeTakeFirst();
  return (found?.organization_id ?? null) as Id<'organization'> | null;
}
