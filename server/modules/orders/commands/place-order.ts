import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { configure } from '../../catalog/index.ts';
import type { ConfiguredPlan } from '../../catalog/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import type { PromotedOrder, Redemption } from '../../promotions/index.ts';
import { applyDiscounts } from '../apply-discounts.ts';
import { assessItems, paidNow } from '../assess-items.ts';
import { termsChanged } from '../contract.ts';
import type { AskedItem, PlacedOrder } from '../contract.ts';
import { findTerms } from '../queries/terms.ts';
import { bookOrder } from './book-order.ts';

export interface NewOrder {
  organization: Id<'organization'>;
  person: Id<'person'>;
  items: readonly AskedItem[];
  /** Minor units the buyer agreed to pay now, and the version of the terms the buyer accepted. */
  expectedTotal: number;
  termsVersion: number | null;
  /** Of a promotion; one that does not apply changes nothing, and the total says so. */
  promotionCode?: string | null;
  /** What the person may spend on one order without asking. */
  limit: Membership['limit'];
  /** A guest's order: without trials, and with a security code that whoever calls can make again. */
  guest?: { code: string };
}

/**
 * Places an order at the prices of this moment. Errors: those of `assessItems` and `bookOrder`, `terms_changed`.
 */
export async function placeOrder(tx: Tx, input: NewOrder): Promise<PlacedOrder> {
  const { organization: id, person, expectedTotal, termsVersion, limit, guest } = input;
  const { currency: of, timeZone } = await findOrganization(tx.db, id);
  const currency = of as Currency;
  const terms = await findTerms(tx.db);
  if (termsVersion !== (terms?.version ?? null)) throw new Problem(termsChanged);
  const buyer = { id: guest ? null : id, currency, at: tx.now };
  const plans = await assessItems(tx.db, buyer, input.items, configure);
  const promoted = await applyDiscounts(tx.db, plans, {
    organization: id,
    code: input.promotionCode ?? null,
    currency,
    at: tx.now,
  });
  const redemptions = redemptionsOf(tx, promoted, plans, dateIn(timeZone, tx.now));
  return bookOrder(tx, {
    organization: id,
    currency,
    timeZone,
    person,
    plans: plans.map((plan, index) => ({
      plan,
      off: promoted.plans[index]!,
      discounts: promoted.promised(index, (promotion) => redemptions.get(promotion)!.id),
    })),
    extra: [],
    redemptions: [...redemptions.values()],
    pricedBy: 'catalog',
    expectedTotal,
    termsVersion,
    limit,
    ...(guest && { code: guest.code }),
  });
}

/** By promotion: what each takes off what is due now. */
function redemptionsOf(tx: Tx, promoted: PromotedOrder, plans: readonly ConfiguredPlan[], on: CalendarDate) {
  return new Map<string, Redemption>(
    promoted.applied.map((applied) => {
      const discount = applied.items.reduce(
        (sum, { recurring, setup }, index) => sum + setup + paidNow(plans[index]!, recurring, on),
        0n,
      );
      return [applied.promotion.id, { id: tx.newId<'redemption'>(), applied, discount }];
    }),
  );
}
