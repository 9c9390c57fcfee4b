import type { Db } from '../../kernel/db/types.ts';
import type { PricedPlan } from '../catalog/index.ts';
import { applyPromotions } from '../promotions/index.ts';
import type { PromotedOrder } from '../promotions/index.ts';
import { discountsOn } from '../services/index.ts';
import type { DiscountPart, ServiceDiscount } from '../services/index.ts';

/**
 * All that comes off an order: what its plans cost less at first, then promotions on what is left, as later periods will be charged. A
 * plan's introduction is a promise to its service like any other, so that renewals, changes and previews know of it.
 */
export async function applyDiscounts(
  db: Db,
  plans: readonly PricedPlan[],
  occasion: Parameters<typeof applyPromotions>[2],
): Promise<PromotedOrder> {
  const introduced = plans.map(introduce);
  const left = plans.map((plan, index) => ({
    ...plan,
    recurring: plan.recurring - introduced[index]!.whole,
  }));
  const promoted = await applyPromotions(db, left, occasion);
  return {
    ...promoted,
    plans: promoted.plans.map(({ recurring, setup }, index) => ({
      recurring: [...introduced[index]!.parts, ...recurring],
      setup,
    })),
    promised: (index, redemptionOf) => [
      ...introduced[index]!.promised,
      ...promoted.promised(index, redemptionOf),
    ],
  };
}

const names = { id: 'Harga perkenalan', en: 'Introductory price' };

interface Introduced {
  whole: bigint;
  parts: readonly DiscountPart[];
  promised: readonly ServiceDiscount[];
}

function introduce(plan: PricedPlan): Introduced {
  const { planId, cycle, introduction } = plan;
  if (!introduction) return { whole: 0n, parts: [], promised: [] };
  const { periods, percent } = introduction;
  const promise: ServiceDiscount = {
    redemption: planId,
    names,
    percent,
    amount: null,
    cycle,
    plans: [planId],
    cycles: [],
    periods,
    until: null,
  };
  return { ...discountsOn(plan, [promise], anyPeriod), promised: [promise] };
}

/** The promise has no end before its service has begun, so it holds whenever the first period is. */
const anyPeriod = { from: '2000-01-01', to: '2000-02-01' } as Parameters<typeof discountsOn>[2];
