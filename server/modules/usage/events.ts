import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

/** So many percent of what is included in the period are used. */
export const thresholdReached = defineEvent('usage.threshold-reached', {
  data: z.object({ meterId: z.string(), percent: z.int(), from: z.iso.date() }),
});
const ofSource = { audience: 'staff', data: z.object({}) } as const;
export const sourceAdded = defineEvent('usage.source-added', ofSource);
export const sourceRevoked = defineEvent('usage.source-revoked', ofSource);
export const alertsChanged = defineEvent('usage.alerts-changed', {
  data: z.object({ percents: z.array(z.int()) }),
});
