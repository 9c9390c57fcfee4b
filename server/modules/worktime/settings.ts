import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { taxCategories } from '../catalog/index.ts';

const rate = z.object({
  currency: z.string().refine(isCurrency),
  /** Minor units for an hour, without tax. */
  hourly: z.int().min(1).max(1e12),
  /** For clients of this tier, or this client; for everybody where both are null. */
  tierId: z.string().max(40).nullable(),
  organizationId: z.string().max(40).nullable(),
});
const ofWhom = ({ currency, tierId, organizationId }: z.output<typeof rate>) =>
  `${currency} ${tierId} ${organizationId}`;

/** What an hour costs, and how minutes are rounded where they are billed. */
export const workTermsShape = z.object({
  stepMinutes: z.int().min(1).max(480),
  /** For a ticket that was not billed before. */
  minimumMinutes: z.int().min(0).max(1440),
  taxCategory: z.enum(taxCategories),
  rates: z
    .array(rate.refine(({ tierId, organizationId }) => !tierId || !organizationId, 'a tier or a client'))
    .max(200)
    .refine((all) => new Set(all.map(ofWhom)).size === all.length, 'one for each'),
});
export type WorkTerms = z.output<typeof workTermsShape>;

export const workTerms = defineSetting<WorkTerms>({
  key: 'worktime.terms',
  schema: workTermsShape,
  default: { stepMinutes: 15, minimumMinutes: 0, taxCategory: 'standard', rates: [] },
});
