import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

export const orderRules = defineSetting({
  key: 'orders.rules',
  schema: z.object({
    /** Days an order may stay unpaid before it is canceled and what it holds is given back; orders already placed keep theirs. */
    unpaidDays: z.int().min(1).max(90),
  }),
  default: { unpaidDays: 7 },
});
