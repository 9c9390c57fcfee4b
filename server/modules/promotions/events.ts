import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

export const promotionAdded = defineEvent('promotions.promotion-added', {
  audience: 'staff',
  data: z.object({}),
});
export const promotionChanged = defineEvent('promotions.promotion-changed', {
  audience: 'staff',
  data: z.object({ fields: z.array(z.string()) }),
});
export const promotionStopped = defineEvent('promotions.promotion-stopped', {
  audience: 'staff',
  data: z.object({}),
});
export const promotionResumed = defineEvent('promotions.promotion-resumed', {
  audience: 'staff',
  data: z.object({}),
});
export const codesMade = defineEvent('promotions.codes-made', {
  audience: 'staff',
  data: z.object({ batch: z.int(), count: z.int() }),
});
/** With an order; `discount` is what it took off what was due with it. */
export const promotionRedeemed = defineEvent('promotions.promotion-redeemed', {
  audience: 'organization',
  data: z.object({ orderId: z.string(), redemptionId: z.string(), discount: z.int(), currency: z.string() }),
});
/** The order was given up before it was paid, so it may be used again. */
export const promotionReturned = defineEvent('promotions.promotion-returned', {
  audience: 'organization',
  data: z.object({ orderId: z.string() }),
});
