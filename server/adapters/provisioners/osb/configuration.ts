import { z } from 'zod';
import { address } from '../address.ts';

const weekSeconds = 604_800;

export const configuration = z.strictObject({
  /** What comes before `/v2/catalog`. */
  url: address.refine((url) => !/[?#]/.test(url), { message: 'without a query' }),
  username: z
    .string()
    .min(1)
    .refine((name) => !name.includes(':'), { message: 'without a colon' }),
  password: z.string().min(1),
  /** Whether to ask for a binding, which is how a broker gives credentials, where the plan has them. */
  credentials: z.boolean().default(true),
  /** The parameter by which this broker suspends, as brokers have no verb for it. Without it there is no suspending. */
  suspension: z
    .strictObject({ parameter: z.string().min(1), suspended: z.json(), running: z.json() })
    .optional(),
  timeoutSeconds: z.int().min(1).max(60).default(60),
  /** How long an operation may take when the plan does not say. */
  patienceSeconds: z
    .int()
    .min(60)
    .max(10 * weekSeconds)
    .default(weekSeconds),
});
export type OsbConfiguration = z.output<typeof configuration>;
