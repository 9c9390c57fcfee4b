import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';

export const promotionRules = defineSetting({
  key: 'promotions.rules',
  schema: z.object({
    /** Which come off first where amounts and percentages are combined. */
    first: z.enum(['fixed', 'percent']),
    /** In whose days promotions begin and end. */
    timeZone: z.string().refine(isTimeZone, { message: 'not a time zone' }),
  }),
  default: { first: 'fixed' as 'fixed' | 'percent', timeZone: 'Asia/Jakarta' },
});
