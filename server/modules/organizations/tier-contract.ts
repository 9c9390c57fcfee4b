import { z } from 'zod';
import { bilingualOut, id, idOut, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';

export const colors = ['neutral', 'info', 'good', 'attention', 'danger'] as const;
export const usedBy = ['policy', 'rule', 'escalation_rule', 'rate', 'agent'] as const;

/** A client's tier, as it is shown beside their name. */
export const tierBadge = z
  .object({ id: idOut, titles: bilingualOut, color: z.enum(colors) })
  .meta({ id: 'TierBadge' });
export type TierBadge = z.output<typeof tierBadge>;

const tierShape = z
  .object({
    ...tierBadge.shape,
    position: z.int(),
    /** Who has it keeps it; nobody gets it any more. */
    archived: z.boolean(),
    clients: z.int(),
    uses: z.array(z.object({ kind: z.enum(usedBy), id: idOut, names: bilingualOut })),
    version: z.int(),
  })
  .meta({ id: 'ClientTier' });
export type ClientTier = z.output<typeof tierShape>;
export const tierList = z.object({ items: z.array(tierShape) });

export const tierBody = z.object({
  titles: z.object({ id: line(40), en: line(40) }),
  position: z.int().min(0).max(1000),
  color: z.enum(colors),
  archived: z.boolean().default(false),
});
export type TierBody = z.output<typeof tierBody>;
export const tierParams = z.object({ tier: id('tier') });
export const savedTier = z.object({ id: idOut });
export const clientTierBody = z.object({ tierId: id('tier').nullable() });

export const tierInUse = problem(
  'tier_in_use',
  409,
  'Clients have this tier, or something asks for it. Archive it instead.',
);
export const unknownTier = problem('unknown_tier', 422, 'There is no such tier, or it is archived.');
export const tooManyTiers = problem('too_many_tiers', 409, 'There are 50 tiers. Delete one first.');
