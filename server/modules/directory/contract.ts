import { z } from 'zod';
import { memberRoles } from '../../kernel/auth/roles.ts';
import { id, idOut, instant } from '../../kernel/http/shapes.ts';

export const organizationParams = z.object({ organization: id('organization') });

// What directories send and are told, by RFC 7643. What comes in is only known to be an object: `domain/` reads it, more kindly than a
// schema would, and says what is wrong in the words of the standard.

export const userParams = organizationParams.extend({ scimUser: z.string().max(200) });
export const groupParams = organizationParams.extend({ scimGroup: z.string().max(200) });
export const schemaParams = organizationParams.extend({ schema: z.string().max(200) });
export const typeParams = organizationParams.extend({ resourceType: z.string().max(200) });

const names = z.string().max(4_000).optional();
export const selectionQuery = z.object({ attributes: names, excludedAttributes: names });
export const listQuery = selectionQuery.extend({
  /** RFC 7644, 3.4.2.2: `userName eq "ani@example.com"`. */
  filter: z.string().max(4_000).optional(),
  startIndex: z.coerce.number().int().optional(),
  count: z.coerce.number().int().optional(),
});

const meta = z.object({
  resourceType: z.string(),
  created: instant.optional(),
  lastModified: instant.optional(),
  location: z.string().optional(),
  version: z.string().optional(),
});
const reference = z.object({
  value: idOut,
  $ref: z.string(),
  display: z.string(),
  type: z.string().optional(),
});
const schemas = z.array(z.string());
const text = z.string();

export const userShape = z
  .object({
    schemas,
    id: idOut,
    externalId: text,
    userName: text,
    name: z.object({ formatted: text, givenName: text, familyName: text }).partial(),
    displayName: text,
    preferredLanguage: text,
    locale: text,
    timezone: text,
    emails: z.array(z.object({ value: text, type: text, primary: z.boolean() }).partial()),
    active: z.boolean(),
    groups: z.array(reference.partial()),
    meta: meta.partial(),
  })
  .partial()
  .meta({ id: 'ScimUser', description: 'A user of the directory (RFC 7643, 4.1), as far as it is kept.' });
export const groupShape = z
  .object({
    schemas,
    id: idOut,
    externalId: text,
    displayName: text,
    members: z.array(reference.partial()),
    meta: meta.partial(),
  })
  .partial()
  .meta({ id: 'ScimGroup', description: 'A group of the directory (RFC 7643, 4.2).' });

const list = <Item extends z.ZodType>(item: Item) =>
  z.object({
    schemas,
    totalResults: z.int(),
    startIndex: z.int(),
    itemsPerPage: z.int(),
    Resources: z.array(item),
  });
export const userList = list(userShape);
export const groupList = list(groupShape);
/** What describes SCIM itself, as RFC 7643 has it in chapters 5 to 7. */
export const description = z.looseObject({ schemas, meta: meta.partial() }).partial();
export const descriptionList = list(description);

const anything = z.unknown();
export const userBody = z
  .looseObject({ userName: anything, emails: anything, name: anything, active: anything })
  .partial()
  .meta({ description: 'A user of RFC 7643, 4.1. What is not kept here is accepted and left out.' });
export const groupBody = z
  .looseObject({ displayName: anything, members: anything })
  .partial()
  .meta({ description: 'A group of RFC 7643, 4.2.' });
export const patchBody = z
  .looseObject({ schemas: anything, Operations: anything })
  .partial()
  .meta({ description: 'The operations of RFC 7644, 3.5.2.' });

// The page on which people connect their directory.

const role = z.union([z.enum(memberRoles), id('role')]);
export const rolesBody = z.object({
  /** For those in no group that gives a role. */
  byDefault: role,
  /** The first one somebody is in decides. */
  groups: z.array(z.object({ group: id('group'), role: role.nullable() })).max(500),
});

const roleOut = z.string();
export const directoryShape = z
  .object({
    /** What the directory is told to be the address of SCIM here. */
    address: z.string(),
    /** Verified mail domains; only addresses of these come in. */
    domains: z.array(z.string()),
    users: z.object({ active: z.int(), all: z.int() }),
    /** The word of a built-in role, or the id of one of the organization's own. */
    byDefault: roleOut,
    /** In the order in which they decide. */
    groups: z.array(z.object({ id: idOut, name: z.string(), members: z.int(), role: roleOut.nullable() })),
    /** The latest first, kept for thirty days. */
    requests: z.array(
      z.object({
        id: idOut,
        at: instant,
        key: z.string().nullable(),
        method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
        about: z.enum(['user', 'group']),
        name: z.string(),
        status: z.int(),
        /** What was wrong; null where it was done. */
        detail: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Directory' });
export type Directory = z.output<typeof directoryShape>;
