import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

const rules = z.object({
  /** Days before a period begins that its invoice is issued. */
  renewalLeadDays: z.int().min(0).max(60),
  /** Whether clients may hold a service themselves; it is billed on. */
  clientsMaySuspend: z.boolean(),
});
export type ServiceRules = z.output<typeof rules>;

export const serviceRules = defineSetting<ServiceRules>({
  key: 'services.rules',
  schema: rules,
  default: { renewalLeadDays: 14, clientsMaySuspend: true },
});
