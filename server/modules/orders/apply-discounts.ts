import type { Db } from '../../kernel/db/types.ts';
import { cycleMonths } from '../catalog/index.ts';
import type { Bilingual, Cycle, PricedPlan } from '../catalog/index.ts';
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
  const promised = introduction.map(({ after, periods, percent }): ServiceDiscount => ({
    redemption: planId,
    names: introduction.length > 1 ? namesOfStep(after, periods, cycle) : names,
    percent,
    amount: null,
    cycle,
    plans: [planId],
    cycles: [],
    periods,
    ...(after > 0 && { after }),
    until: null,
  }));
  return { ...discountsOn(plan, promised, anyPeriod), promised };
}

/** Which months of the service a step is, so that each line says whose price it has. */
function namesOfStep(after: number, periods: number, cycle: Cycle): Bilingual {
  const length = cycle === 'one_time' ? 0 : cycleMonths[cycle];
  const [first, last] = [after * length + 1, (after + periods) * length];
  if (first === last) return { id: `${names.id}, bulan ke-${first}`, en: `${names.en}, month ${first}` };
  return { id: `${names.id}, bulan ke-${first}–${last}`, en: `${names.en}, months ${first}–${last}` };
}

/** The promises have no days before their service has begun, so the first step holds whenever the first period is. */
const anyPeriod = { from: '2000-01-01', to: '2000-02-01' } as Parameters<typeof discountsOn>[2];
