import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

export const orderRules = defineSetting({
  key: 'orders.rules',
  schema: z.object({
    /** Days an order may stay unpaid before it is canceled and what it holds is given back; orders already placed keep theirs. */
    unpaidDays: z.int().min(1).max(90),
    /** Days an order may wait for somebody's approval. */
    approvalDays: z.int().min(1).max(90).default(14),
    /** Days a change of a service may stay unpaid before it is given up and everything stays as it was. */
    changeUnpaidDays: z.int().min(1).max(30).default(3),
  }),
  default: { unpaidDays: 7, approvalDays: 14, changeUnpaidDays: 3 },
});
