import { z } from 'zod';
import { memberRoles } from '../../kernel/auth/roles.ts';
import { email, id, idOut, instant, line, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';

const role = z.enum(memberRoles);
const timeZone = z.string().refine(isTimeZone, { message: 'an IANA time zone, such as Asia/Jakarta' });
const currency = z.string().refine(isCurrency, { message: 'a currency known here' });

export const organizationParams = z.object({ organization: id('organization') });

export const organizationShape = z
  .object({
    id: idOut,
    slug: z.string(),
    name: z.string(),
    billingEmail: z.string(),
    address: z.string(),
    country: z.string(),
    taxId: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    locale: z.enum(['id', 'en']),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Organization' });
export type Organization = z.output<typeof organizationShape>;

export const createBody = z.object({
  name: line(200),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency,
});
export const organizationPatch = z
  .object({
    name: line(200),
    billingEmail: email,
    address: z.string().trim().max(1000),
    country: z.string().regex(/^[A-Z]{2}$/),
    taxId: z.string().trim().max(40),
    timeZone,
    locale: z.enum(['id', 'en']),
  })
  .partial();

export const memberShape = z
  .object({
    id: idOut,
    name: z.string(),
    email: z.string(),
    role,
    since: instant,
    version: z.int(),
    can: z.object({
      changeRole: z.union([z.literal(true), z.object({ no: z.string() })]),
      remove: z.union([z.literal(true), z.object({ no: z.string() })]),
    }),
  })
  .meta({ id: 'Member' });
export type Member = z.output<typeof memberShape>;
export const memberPage = pageOf(memberShape);
export const memberQuery = z.object(pageQuery);
export const memberParams = organizationParams.extend({ person: id('person') });
export const memberPatch = z.object({ role });

export const invitationShape = z
  .object({
    id: idOut,
    email: z.string(),
    role,
    invitedBy: z.string(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.output<typeof invitationShape>;
export const invitationList = z.object({ items: z.array(invitationShape) });
export const invitationBody = z.object({ email, role });
export const invitationParams = organizationParams.extend({ invitation: id('invitation') });
export const acceptBody = z.object({ token: z.string().min(20).max(100) });
export const acceptedShape = z.object({ slug: z.string(), name: z.string(), role });

/** Staff's view of clients. */
export const clientShape = z
  .object({
    id: idOut,
    slug: z.string(),
    name: z.string(),
    billingEmail: z.string(),
    country: z.string(),
    currency: z.string(),
    parent: z.object({ id: idOut, name: z.string() }).nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Client' });
export type Client = z.output<typeof clientShape>;
export const clientPage = pageOf(clientShape);
export const clientQuery = z.object({ ...pageQuery, q: z.string().trim().max(100).optional() });
export const clientDetail = organizationShape
  .extend({
    parent: z.object({ id: idOut, name: z.string() }).nullable(),
    children: z.array(z.object({ id: idOut, name: z.string() })),
    members: z.array(z.object({ id: idOut, name: z.string(), email: z.string(), role })),
  })
  .meta({ id: 'ClientDetail' });

export type ClientDetail = z.output<typeof clientDetail>;

export const emailNotVerified = problem('email_not_verified', 403, 'Confirm your e-mail address first.');
export const lastOwner = problem('last_owner', 409, 'An organization keeps at least one owner.');
export const alreadyMember = problem('already_member', 409, 'This person is a member already.');
export const alreadyInvited = problem(
  'already_invited',
  409,
  'There is an open invitation for this address.',
);
export const invitationClosed = problem(
  'invitation_closed',
  410,
  'This invitation has been used, withdrawn or has expired.',
);
export const invitationForAnother = problem(
  'invitation_for_another',
  403,
  'This invitation is for another e-mail address.',
);
export const ownerOnly = problem('owner_only', 403, 'Only an owner may give or take the owner role.');
