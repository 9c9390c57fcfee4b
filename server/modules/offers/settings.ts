import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';

export const offerRules = defineSetting({
  key: 'offers.rules',
  schema: z.object({
    /** Days for which an offer is good when nobody says otherwise. */
    validDays: z.int().min(1).max(365),
    /** Days before the last one on which who has not answered is reminded; 0: never. */
    reminderDays: z.int().min(0).max(60),
    /** In whose days offers end. */
    timeZone: z.string().refine(isTimeZone, { message: 'not a time zone' }),
  }),
  default: { validDays: 14, reminderDays: 3, timeZone: 'Asia/Jakarta' },
});
