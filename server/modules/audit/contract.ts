import { z } from 'zod';
import { id, idOut, instant, pageOf, pageQuery } from '../../kernel/http/shapes.ts';

export const factShape = z
  .object({
    id: idOut,
    position: z.string(),
    name: z.string(),
    organization: z.object({ id: idOut, name: z.string() }).nullable(),
    /** The name is that of a person, told to staff. */
    subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
    actor: z.object({
      kind: z.enum(['anonymous', 'person', 'system']),
      id: idOut.nullable(),
      name: z.string().nullable(),
    }),
    data: z.unknown(),
    happenedAt: instant,
  })
  .meta({ id: 'Fact' });
export type AuditFact = z.output<typeof factShape>;
export const factPage = pageOf(factShape);

const filters = {
  ...pageQuery,
  /** Beginning of a fact's name: 'billing' or 'billing.invoice'. */
  name: z
    .string()
    .trim()
    .max(80)
    .regex(/^[a-z.-]*$/)
    .optional(),
  actor: id('person').optional(),
  subject: z.string().trim().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
};
export const clientQuery = z.object(filters);
export const staffQuery = z.object({ ...filters, organization: id('organization').optional() });
export const organizationParams = z.object({ organization: id('organization') });

export const chainShape = z
  .object({ position: z.string(), head: z.string(), unsealed: z.int() })
  .meta({ id: 'AuditChain' });
