import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { allocate, divide, min, money, sum } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Cycle } from '../../catalog/index.ts';

/** A promotion as an order meets it. `percent` in hundredths of one, amounts in minor units by currency, days both included. */
export interface Promotion {
  readonly id: string;
  readonly names: { readonly id: string; readonly en: string };
  /** The code that was entered; null: it comes by itself. */
  readonly code: string | null;
  readonly percent: number | null;
  readonly amounts: Readonly<Record<string, number>> | null;
  readonly minimums: Readonly<Record<string, number>>;
  readonly coversSetup: boolean;
  readonly periods: number | null;
  readonly stacking: 'exclusive' | 'combined';
  readonly products: readonly string[];
  readonly plans: readonly string[];
  readonly cycles: readonly Cycle[];
  readonly newClients: boolean;
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly stopped: boolean;
  readonly usedUp: boolean;
  readonly usedByYou: boolean;
}

/** One configured plan of an order; minor units, quantity included, as if it were paid from the beginning. */
export interface OrderedItem {
  readonly planId: string;
  readonly productId: string;
  readonly cycle: Cycle;
  readonly recurring: bigint;
  readonly setup: bigint;
}

export interface Occasion {
  readonly currency: Currency;
  readonly today: CalendarDate;
  readonly newClient: boolean;
  /** Which come off first where both meet. */
  readonly first: 'fixed' | 'percent';
}

export const refusals = [
  'over',
  'not_yet',
  'used_up',
  'used_by_you',
  'new_clients_only',
  'not_for_this',
  'other_currency',
  'below_minimum',
  'better_without',
] as const;
export type Refusal = (typeof refusals)[number];

/** What one promotion takes off one item. */
export interface ItemDiscount {
  readonly recurring: bigint;
  readonly setup: bigint;
}

export interface Applied {
  readonly promotion: Promotion;
  /** For each item of the order; nothing where it is not meant. */
  readonly items: readonly ItemDiscount[];
}

export interface Decision {
  /** In the order they come off. */
  readonly applied: readonly Applied[];
  /** Why those with a code do not apply. */
  readonly refused: readonly {
    readonly code: string;
    readonly why: Refusal;
    readonly minimum: number | null;
  }[];
}

/**
 * Which promotions an order gets and what each takes off each item: all that may be combined together, or one exclusive alone, whichever
 * is more; at a draw what was asked for by code, then the combination. In whatever order they are given, the answer is the same.
 */
export function decide(
  promotions: readonly Promotion[],
  items: readonly OrderedItem[],
  occasion: Occasion,
): Decision {
  const fit = promotions.filter((promotion) => refusalOf(promotion, items, occasion) === null);
  const sorted = fit.toSorted((a, b) => rank(a, occasion) - rank(b, occasion) || (a.id < b.id ? -1 : 1));
  const together = sorted.filter(({ stacking }) => stacking === 'combined');
  const ways = [together, ...sorted.filter(({ stacking }) => stacking === 'exclusive').map((one) => [one])]
    .map((way) => takeOff(way, items, occasion.currency))
    .map((applied) => ({ applied, worth: worthOf(applied), asked: applied.some(hasCode) }));
  const best = ways.reduce((one, other) =>
    other.worth > one.worth || (other.worth === one.worth && other.asked && !one.asked) ? other : one,
  );
  const applied = best.applied.filter(({ items: off }) => off.some((of) => of.recurring + of.setup > 0n));
  const refused = promotions.flatMap((promotion) => {
    if (promotion.code === null || applied.some((one) => one.promotion.id === promotion.id)) return [];
    const why = refusalOf(promotion, items, occasion) ?? 'better_without';
    const minimum = why === 'below_minimum' ? promotion.minimums[occasion.currency]! : null;
    return [{ code: promotion.code, why, minimum }];
  });
  return { applied, refused };
}

const hasCode = ({ promotion }: Applied) => promotion.code !== null;

function rank({ percent }: Promotion, { first }: Occasion): number {
  return (percent === null) === (first === 'fixed') ? 0 : 1;
}

function worthOf(applied: readonly Applied[]): bigint {
  return applied
    .flatMap(({ items }) => items)
    .reduce((total, { recurring, setup }) => total + recurring + setup, 0n);
}

/** Why a promotion is not for an order; null: it is. */
export function refusalOf(
  promotion: Promotion,
  items: readonly OrderedItem[],
  { currency, today, newClient }: Occasion,
): Refusal | null {
  const { startsOn, endsOn, amounts, minimums } = promotion;
  if (promotion.stopped || (endsOn !== null && endsOn < today)) return 'over';
  if (startsOn !== null && startsOn > today) return 'not_yet';
  if (promotion.usedUp) return 'used_up';
  if (promotion.usedByYou) return 'used_by_you';
  if (promotion.newClients && !newClient) return 'new_clients_only';
  const meant = items.filter((item) => covers(promotion, item));
  if (meant.length === 0) return 'not_for_this';
  const limited = Object.keys(minimums).length > 0;
  if ((amounts && amounts[currency] === undefined) || (limited && minimums[currency] === undefined))
    return 'other_currency';
  const worth = meant.reduce((total, { recurring, setup }) => total + recurring + setup, 0n);
  return limited && worth < BigInt(minimums[currency]!) ? 'below_minimum' : null;
}

/** Whether a promotion is meant for an item. */
export function covers({ products, plans, cycles }: Promotion, item: OrderedItem): boolean {
  const anything = products.length === 0 && plans.length === 0;
  return (
    (anything || products.includes(item.productId) || plans.includes(item.planId)) &&
    (cycles.length === 0 || cycles.includes(item.cycle))
  );
}

/** One after the other, each off what the ones before have left. */
function takeOff(
  promotions: readonly Promotion[],
  items: readonly OrderedItem[],
  currency: Currency,
): Applied[] {
  const left = items.map(({ recurring, setup }) => ({ recurring, setup }));
  return promotions.map((promotion) => {
    const open = left.map((item, index) =>
      covers(promotion, items[index]!) ? item : { recurring: 0n, setup: 0n },
    );
    const off = promotion.percent === null ? fixed(promotion, open, currency) : percentage(promotion, open);
    off.forEach(({ recurring, setup }, index) => {
      left[index] = { recurring: left[index]!.recurring - recurring, setup: left[index]!.setup - setup };
    });
    return { promotion, items: off };
  });
}

function percentage({ percent, coversSetup }: Promotion, open: readonly ItemDiscount[]): ItemDiscount[] {
  const part = (price: bigint) => divide(price * BigInt(percent!), 10_000n, 'halfAwayFromZero');
  return open.map(({ recurring, setup }) => ({
    recurring: part(recurring),
    setup: coversSetup ? part(setup) : 0n,
  }));
}

/** One amount for the whole order, shared by price: first what recurs, so that each period gets the same; set-up gets what remains. */
function fixed({ amounts, coversSetup }: Promotion, open: readonly ItemDiscount[], currency: Currency) {
  const whole = money(amounts![currency]!, currency);
  const share = (rest: typeof whole, prices: readonly bigint[]) => {
    const most = sum(
      currency,
      prices.map((price) => money(price, currency)),
    );
    return allocate(min(rest, most), prices).map(({ amount }) => amount);
  };
  const recurring = share(
    whole,
    open.map((item) => item.recurring),
  );
  const taken = recurring.reduce((total, amount) => total + amount, 0n);
  const setup = coversSetup
    ? share(
        money(whole.amount - taken, currency),
        open.map((item) => item.setup),
      )
    : open.map(() => 0n);
  return recurring.map((amount, index) => ({ recurring: amount, setup: setup[index]! }));
}
