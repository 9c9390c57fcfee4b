import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

export const serviceRules = defineSetting({
  key: 'services.rules',
  schema: z.object({
    /** Days before a period begins that its invoice is issued. */
    renewalLeadDays: z.int().min(0).max(60),
    /** Whether clients may hold a service themselves; it is billed on. */
    clientsMaySuspend: z.boolean(),
  }),
  default: { renewalLeadDays: 14, clientsMaySuspend: true },
});
