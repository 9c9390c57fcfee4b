import { z } from 'zod';
import type { Dialect } from '../../kernel/http/dialect.ts';
import { Problem, problem } from '../../kernel/values/errors.ts';
import { Refused } from './domain/refused.ts';
import type { ScimType } from './domain/refused.ts';

const failureSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';
const mediaType = 'application/scim+json';

export const refusals = {
  invalidFilter: problem('scim_invalid_filter', 400, 'The filter is none, or asks for what there is not.'),
  invalidPath: problem('scim_invalid_path', 400, 'The path of an operation leads nowhere.'),
  invalidSyntax: problem('scim_invalid_syntax', 400, 'The request is none of SCIM.'),
  invalidValue: problem('scim_invalid_value', 400, 'A value is missing or does not fit.'),
  mutability: problem('scim_mutability', 400, 'This cannot be changed.'),
  noTarget: problem('scim_no_target', 400, 'Nothing is there to be changed.'),
  uniqueness: problem('scim_uniqueness', 409, 'There is one like this already.'),
} satisfies Record<ScimType, unknown>;

const typeOf = new Map<string, ScimType>([
  ...Object.entries(refusals).map(([type, { code }]) => [code, type as ScimType] as const),
  ['invalid_input', 'invalidValue'],
]);

/** SCIM 2.0 as RFC 7644 writes it: its media type, its errors, where a resource is and which version it has. */
export const scim: Dialect = {
  mediaType,
  failure: ({ status, code, detail }) => {
    const scimType = typeOf.get(code);
    return {
      schemas: [failureSchema],
      status: String(status),
      ...(scimType ? { scimType } : {}),
      detail,
    };
  },
  failureShape: z
    .object({
      schemas: z.array(z.string()),
      status: z.string(),
      scimType: z.string().optional(),
      detail: z.string().optional(),
    })
    .meta({ id: 'ScimError', description: 'An error of RFC 7644, 3.12.' }),
  headers: (answer) => {
    const { meta } = answer as { meta?: { location?: string; version?: string } };
    return {
      ...(meta?.location ? { Location: meta.location } : {}),
      ...(meta?.version ? { ETag: meta.version } : {}),
    };
  },
};

/** What a pure function refused, as routes refuse it. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) throw new Problem(refusals[error.type], { detail: error.message });
    throw error;
  }
}
