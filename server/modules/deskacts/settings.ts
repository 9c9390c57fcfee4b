import { z } from 'zod';
import { staffRoles } from '../../kernel/auth/roles.ts';
import { defineSetting } from '../../kernel/settings.ts';
import { isCurrency } from '../../kernel/values/money.ts';

export const deskLimitsShape = z.object({
  /** What one person of a role may give in a day beside tickets, in minor units; without a line for a role and currency nothing. */
  credit: z
    .array(
      z.object({
        role: z.enum(staffRoles),
        currency: z.string().refine(isCurrency),
        perDay: z.int().min(1).max(1e13),
      }),
    )
    .max(60)
    .refine(
      (all) => new Set(all.map(({ role, currency }) => `${role} ${currency}`)).size === all.length,
      'one for each',
    ),
});
export type DeskLimits = z.output<typeof deskLimitsShape>;

export const deskLimits = defineSetting<DeskLimits>({
  key: 'deskacts.limits',
  schema: deskLimitsShape,
  default: {
    credit: [
      { role: 'support', currency: 'IDR', perDay: 250_000 },
      { role: 'support', currency: 'USD', perDay: 2_500 },
    ],
  },
});
