import { z } from 'zod';

import { memberRoles } from '../../kernel/auth/roles.ts';
import {
  ability,
  date,
  email,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { readDomain } from './domain/domain-name.ts';
import { domainStates } from './domain/domain-states.ts';
import { tierBadge } from './tier-contract.ts';
import { hours, idleMinutes } from '../identity/index.ts';

const role = z.enum([...memberRoles, 'custom']);
const timeZone = z.string().refine(isTimeZone, { message: 'an IANA time zone, such as Asia/Jakarta' });
const currency = z.string().refine(isCurrency, { message: 'a currency known here' });

const payers = ['itself', 'parent'] as const;

export const organizationParams = z.object({ organization: id('organization') });

const sessionWish = z.object({ idleMinutes: idleMinutes.nullable(), hours: hours.nullable() });

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
    /** The people of organizations above stay out, save their owners. */
    closed: z.boolean(),
    /** It stands below another. */
    hasParent: z.boolean(),
    /** Who owes what is invoiced from now on: itself, or its parent (or who pays for that one). */
    pays: z.enum(payers),
    /** Only members who take a second step are let in. */
    asksSecondStep: z.boolean(),
    /** How long its members stay signed in, where it wants that shorter than the business does. */
    sessionLimits: sessionWish,
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Organization' });
export type Organization = z.output<typeof organizationShape>;

export const sessionLimitsBody = sessionWish;
export const secondStepBody = z.object({ asked: z.boolean() });

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
    closed: z.boolean(),
  })
  .partial();

/** Without `pays` an organization that is moved pays for itself from then on. */
export const parentBody = z.object({
  parent: id('organization').nullable(),
  pays: z.enum(payers).default('itself'),
});
export const payerBody = z.object({ pays: z.enum(payers) });
export const childParams = organizationParams.extend({ child: id('organization') });

/** A built-in role by its word, the organization's own by its id. */
const roleName = z.union([z.enum(memberRoles), id('role')]);

/** `limit`: minor units of the organization's currency for one order; `until`: the last day. */
const narrowing = {
  services: z.array(id('service')).min(1).max(500).nullable(),
  limit: z.int().min(0).nullable(),
  until: date.transform((day) => day as CalendarDate).nullable(),
};

/** What a person is in an organization. */
const standing = {
  role,
  /** Where the role is the organization's own. */
  roleId: idOut.nullable(),
  roleName: z.string().nullable(),
  services: z.array(idOut).nullable(),
  limit: moneyOut.nullable(),
  until: date.nullable(),
};

export const memberShape = z
  .object({
    id: idOut,
    name: z.string(),
    email: z.string(),
    ...standing,
    since: instant,
    lastSeen: instant.nullable(),
    invitedBy: z.string().nullable(),
    reviewedAt: instant.nullable(),
    reviewedBy: z.string().nullable(),
    /** Comes from an organization above; its name only for those who belong to it themselves. */
    via: z.object({ name: z.string().nullable() }).nullable(),
    /** The organization's directory keeps it; it is not changed by hand. */
    managed: z.boolean(),
    version: z.int(),
    can: z.object({ changeRole: ability, remove: ability, offerOwnership: ability }),
  })
  .meta({ id: 'Member' });
export type Member = z.output<typeof memberShape>;
export const memberPage = pageOf(memberShape);
export const memberQuery = z.object(pageQuery);
export const memberParams = organizationParams.extend({ person: id('person') });
export const memberPatch = z.object({ role: roleName, ...narrowing }).partial();

export const invitationShape = z
  .object({
    id: idOut,
    email: z.string(),
    ...standing,
    invitedBy: z.string(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.output<typeof invitationShape>;
export const invitationList = z.object({ items: z.array(invitationShape) });
export const invitationBody = z.object({
  email,
  role: roleName,
  services: narrowing.services.default(null),
  limit: narrowing.limit.default(null),
  until: narrowing.until.default(null),
});
export const invitationParams = organizationParams.extend({ invitation: id('invitation') });
export const acceptBody = z.object({ token: z.string().min(20).max(100) });
export const acceptedShape = z.object({ slug: z.string(), name: z.string(), role });

export const roleShape = z
  .object({
    id: idOut,
    name: z.string(),
    permissions: z.array(z.string()),
    /** Members and open invitations with this role. */
    used: z.int(),
    createdBy: z.string(),
    version: z.int(),
    can: z.object({ change: ability }),
  })
  .meta({ id: 'Role' });
export type RoleItem = z.output<typeof roleShape>;
export const roleList = z.object({
  items: z.array(roleShape),
  /** Every permission there is for members: which built-in roles hold it, and whether the asking one may give it. */
  permissions: z.array(
    z.object({
      name: z.string(),
      roles: z.array(z.enum(memberRoles)),
      mine: z.boolean(),
      whole: z.boolean(),
      always: z.boolean(),
    }),
  ),
});
export type RoleList = z.output<typeof roleList>;
export const roleParams = organizationParams.extend({ role: id('role') });
export const roleBody = z.object({ name: line(60), permissions: z.array(z.string().max(100)).max(200) });
/** Who has the role gets this one instead. */
export const roleDeletion = z.object({ instead: roleName.optional() });

export const ownershipOffer = z
  .object({
    id: idOut,
    from: z.string(),
    to: z.string(),
    toYou: z.boolean(),
    fromYou: z.boolean(),
    thenRole: role,
    expiresAt: instant,
  })
  .meta({ id: 'OwnershipOffer' });
export type OwnershipOffer = z.output<typeof ownershipOffer>;
export const ownershipAnswer = z.object({ offer: ownershipOffer.nullable() });
export const ownershipBody = z.object({ person: id('person'), thenRole: z.enum(memberRoles) });
export const offerParams = organizationParams.extend({ offer: id('offer') });

export const reviewSettings = z.object({ months: z.int().min(1).max(24).nullable() });

export const domainShape = z
  .object({
    id: idOut,
    domain: z.string(),
    state: z.enum(domainStates.all),
    /** The TXT record that proves it. */
    record: z.object({ name: z.string(), value: z.string() }),
    /** A staff member looked: no record is asked for. */
    byHand: z.boolean(),
    addedAt: instant,
    verifiedAt: instant.nullable(),
    checkedAt: instant.nullable(),
    /** Where the record is missing: when the domain will be switched off. */
    offAt: instant.nullable(),
  })
  .meta({ id: 'MailDomain' });
export type MailDomain = z.output<typeof domainShape>;
export const domainList = z.object({ items: z.array(domainShape) });
export const domainParams = organizationParams.extend({ domain: id('domain') });
export const domainBody = z.object({
  domain: z
    .string()
    .max(300)
    .refine((text) => readDomain(text) !== null, { message: 'a domain, such as example.co.id' })
    .transform((text) => readDomain(text)!),
});

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
    /** Without an account so far: nobody has claimed it. */
    guest: z.boolean(),
    tier: tierBadge.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Client' });
export type Client = z.output<typeof clientShape>;
export const clientPage = pageOf(clientShape);
export const clientQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  tier: id('tier').optional(),
});
export const clientDetail = organizationShape
  .extend({
    guest: z.boolean(),
    tier: tierBadge.nullable(),
    parent: z.object({ id: idOut, name: z.string() }).nullable(),
    children: z.array(z.object({ id: idOut, name: z.string() })),
    members: z.array(
      z.object({ id: idOut, name: z.string(), email: z.string(), role, roleName: z.string().nullable() }),
    ),
  })
  .meta({ id: 'ClientDetail' });

export type ClientDetail = z.output<typeof clientDetail>;

export const emailNotVerified = problem('email_not_verified', 403, 'Confirm your e-mail address first.');
export const lastOwner = problem('last_owner', 409, 'An organization keeps at least one owner.');
export const alreadyMember = problem('already_member', 409, 'This person is a member already.');
export const managedByDirectory = problem(
  'managed_by_directory',
  409,
  'Your directory manages this member. Change it there.',
);
export const alreadyInvited = problem(
  'already_invited',
  409,
  'There is an open invitation for this address.',
);
export const invitationClosed = problem(
  'invitation_closed',
  410,
  'This invitation has been used, withdrawn or has expired.',
  'replayed',
);
export const invitationForAnother = problem(
  'invitation_for_another',
  403,
  'This invitation is for another e-mail address.',
);
export const circle = problem('circle', 409, 'An organization cannot stand below itself.');
export const needsParent = problem('needs_parent', 409, 'Without a parent an organization pays for itself.');
export const spendingLimited = problem(
  'spending_limited',
  409,
  'You may spend up to a limit only. Somebody without one has to decide this.',
);
export const closedToOthers = problem(
  'closed_to_others',
  409,
  'It lets in only owners from above, so only an owner can decide to pay for it.',
);
export const needsOwner = problem(
  'needs_owner',
  409,
  'Without a parent the organization needs an owner of its own first.',
);
export const unknownRole = problem('unknown_role', 422, 'There is no such role in this organization.');
export const unknownPermission = problem(
  'unknown_permission',
  422,
  'There is no such permission for members.',
);
export const beyondYou = problem('beyond_you', 403, 'This goes beyond what you may do yourself.', 'access');
export const ownerOnly = problem('owner_only', 403, 'Only an owner decides about owners.', 'access');
export const ownersHaveAll = problem('owners_have_all', 422, 'An owner is not narrowed.');
export const roleInUse = problem(
  'role_in_use',
  409,
  'Somebody has this role. Say which one they get instead.',
);
export const roleNameTaken = problem('role_name_taken', 409, 'There is a role of this name already.');
export const offerClosed = problem('offer_closed', 410, 'This offer was answered, withdrawn or has expired.');
export const offerOpen = problem('offer_open', 409, 'The ownership is being offered to somebody already.');
export const datePast = problem('date_past', 422, 'This day has passed.');
export const publicProvider = problem(
  'public_provider',
  422,
  'Everybody can have a mailbox there, so it cannot be one organization’s.',
);
export const domainThere = problem('domain_there', 409, 'This domain is on the list already.');
export const tooManyDomains = problem('too_many_domains', 409, 'Remove a domain first.');
export const domainNotProved = problem(
  'domain_not_proved',
  422,
  'The TXT record is not there, or not seen everywhere yet.',
);
export const domainTaken = problem('domain_taken', 409, 'Another organization has this domain.');
export const namesSilent = problem(
  'names_silent',
  503,
  'The name servers did not answer. Try again in a moment.',
);
