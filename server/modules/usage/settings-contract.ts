import { z } from 'zod';

/** Events are never taken later than so many days after they happened. */
export const mostLateDays = 62;

export const usageRulesShape = z.object({
  /** Days after which an event is not taken any more. */
  lateDays: z.int().min(1).max(mostLateDays),
  /** What becomes of an event whose day is billed: it comes to the next invoice as a correction, or is refused. */
  afterBilling: z.enum(['correct', 'refuse']),
});
export type UsageRules = z.output<typeof usageRulesShape>;
