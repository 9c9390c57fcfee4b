import { z } from 'zod';
import { id, idOut, instant, pageOf, pageQuery } from '../../kernel/http/shapes.ts';

const factShape = z
  .object({
    id: idOut,
    position: z.string(),
    name: z.string(),
    organization: z.object({ id: idOut, name: z.string() }).nullable(),
    /** The name is that of a person, told to staff. */
    subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
    actor: z.object({
      kind: z.enum(['anonymous', 'person', 'key', 'system']),
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

/** What was refused, counted for each hour, route, caller and address. */
const refusalShape = z
  .object({
    id: idOut,
    sign: z.enum(['access', 'origin', 'rate', 'forged', 'replayed', 'guess', 'input']),
    code: z.string(),
    route: z.string(),
    caller: z.object({
      kind: z.enum(['anonymous', 'person', 'key']),
      id: idOut.nullable(),
      name: z.string().nullable(),
    }),
    organization: z.object({ id: idOut, name: z.string() }).nullable(),
    address: z.string(),
    count: z.int(),
    firstAt: instant,
    lastAt: instant,
    requestId: z.string(),
  })
  .meta({ id: 'SecurityEvent' });
export type SecurityEvent = z.output<typeof refusalShape>;
export const refusalPage = pageOf(refusalShape);
/** `q`: an address, or a part of a code, a route or a name. */
export const refusalQuery = z.object({
  ...pageQuery,
  sign: refusalShape.shape.sign.optional(),
  q: z.string().trim().max(100).optional(),
});
