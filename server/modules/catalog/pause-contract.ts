import { z } from 'zod';

/** Whether services of a product may be paused, and how. */
export const pausePolicyShape = z.object({
  who: z.enum(['nobody', 'staff', 'clients']),
  /** From when on, where a client asks: at once, or at the end of what is paid for. */
  begins: z.enum(['now', 'period_end']),
  /** Paid time that is left when it begins: it stands still and goes on afterwards, becomes credit, or passes. */
  unused: z.enum(['extend', 'credit', 'none']),
  /** At the longest; null: for as long as one likes. */
  longestDays: z.int().min(1).max(1095).nullable(),
  /** So often within twelve months; null: as often as one likes. */
  perYear: z.int().min(1).max(12).nullable(),
});
export type PausePolicy = z.output<typeof pausePolicyShape>;
