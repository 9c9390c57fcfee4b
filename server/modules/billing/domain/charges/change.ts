import { addDays } from '../../../../kernel/values/dates.ts';
import { restOf, prorate, type Share, type Unit } from './proration.ts';
import { daysOf, type Period } from './periods.ts';

/** What is paid for a whole period, in minor units: its price, less what is taken `off` it. */
export interface Terms {
  readonly quantity: number;
  readonly price: bigint;
  readonly off?: (period: Period) => bigint;
}

/** `price`: what was paid for it, where that is another one than before the change. */
export type PaidPeriod = Period & { readonly price?: bigint };

export interface Change {
  readonly at: Date;
  readonly zone: string;
  /** `none`: the new price begins with the next period, and nothing is settled for the running one. */
  readonly proration: Unit | 'none';
  /** The periods that are paid for and not over, each at the old price or one of its own. */
  readonly paid: readonly PaidPeriod[];
  readonly before: Terms;
  /** Null: nothing follows, as when it ends. */
  readonly after: Terms | null;
  /**
   * The first of new periods, where time is cut anew from the change on: another cycle, another day of the month, or nothing was paid for. `of`:
   * the whole period, where it is only a part up to that day.
   */
  readonly begins: (Period & { readonly of?: Period }) | null;
  /** Minor units once, for what is set up because of the change. */
  readonly setup: bigint;
}

/** `share` of a period at `price` for the whole of it; without a share, the whole. */
export interface ChangeLine {
  readonly rule: 'unused_time' | 'rest_of_period' | 'whole_period' | 'setup' | 'leaving' | 'days_paid';
  readonly quantity: number;
  /** The days it is for; null for what is once. */
  readonly period: Period | null;
  /** The whole period those days are of. */
  readonly of: Period | null;
  readonly price: bigint;
  readonly share: Share | null;
  /** Below zero for what is given back. */
  readonly amount: bigint;
}

/**
 * What a change costs at an instant. What is left of paid time is given back at the old price and charged at the new one, both rounded
 * alike, so that a change and the change back at one instant come to nothing. Lines of nothing are left out.
 */
export function settle(change: Change): ChangeLine[] {
  const { proration, paid, before, after, begins, setup } = change;
  const lines: ChangeLine[] = [];
  if (proration !== 'none') {
    for (const { price, ...of } of paid) {
      const share = restOf(of, change.at, change.zone, proration);
      lines.push(part('unused_time', before, -(price ?? priceOf(before, of)), of, share, change));
      if (after && !begins) lines.push(part('rest_of_period', after, priceOf(after, of), of, share, change));
    }
  }
  if (after && begins) {
    const { quantity } = after;
    const { of: whole, ...period } = begins;
    const of = whole ?? period;
    const price = priceOf(after, period);
    const [days, all] = [daysOf(period), daysOf(of)];
    const share = days === all ? null : ({ part: days, whole: all, unit: 'day' } as const);
    const rule = share ? 'rest_of_period' : 'whole_period';
    const amount = share ? prorate(price, share) : price;
    lines.push({ rule, quantity, period, of, price, share, amount });
  }
  if (setup !== 0n) {
    const quantity = after?.quantity ?? 1;
    lines.push({ rule: 'setup', quantity, period: null, of: null, price: setup, share: null, amount: setup });
  }
  return lines.filter(({ amount }) => amount !== 0n);
}

function priceOf({ price, off }: Terms, period: Period): bigint {
  return price - (off?.(period) ?? 0n);
}

export function netOf(lines: readonly { readonly amount: bigint }[]): bigint {
  return lines.reduce((total, { amount }) => total + amount, 0n);
}

function part(
  rule: ChangeLine['rule'],
  { quantity }: Terms,
  price: bigint,
  of: Period,
  share: Share,
  { at, zone }: Change,
): ChangeLine {
  const days = restOf(of, at, zone, 'day').part;
  const period = days === 0 ? null : { from: addDays(of.to, -days), to: of.to };
  return { rule, quantity, period, of, price, share, amount: prorate(price, share) };
}
