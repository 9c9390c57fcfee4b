import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

/** The word of a built-in role, or the id of one of the organization's own. */
const role = z.string();
const id = z.string();

export const organizationCreated = defineEvent('organizations.organization-created', {
  data: z.object({ ownerId: z.string().nullable() }),
});
export const organizationChanged = defineEvent('organizations.organization-changed', {
  data: z.object({ fields: z.array(z.string()) }),
});
export const memberInvited = defineEvent('organizations.member-invited', {
  data: z.object({ invitationId: z.string(), role }),
});
export const invitationWithdrawn = defineEvent('organizations.invitation-withdrawn', {
  data: z.object({ invitationId: z.string() }),
});
export const memberJoined = defineEvent('organizations.member-joined', {
  data: z.object({ personId: z.string(), role }),
});
export const memberRoleChanged = defineEvent('organizations.member-role-changed', {
  data: z.object({ personId: z.string(), from: role, to: role }),
});
export const memberRemoved = defineEvent('organizations.member-removed', {
  data: z.object({ personId: z.string() }),
});
/** Minor units of the organization's currency; a calendar date; null where it is not narrowed. */
export const memberNarrowed = defineEvent('organizations.member-narrowed', {
  data: z.object({
    personId: id,
    services: z.array(id).nullable(),
    limit: z.int().nullable(),
    until: z.string().nullable(),
  }),
});
export const memberReviewed = defineEvent('organizations.member-reviewed', {
  data: z.object({ personId: id }),
});
export const roleMade = defineEvent('organizations.role-made', {
  data: z.object({ roleId: id, permissions: z.array(z.string()) }),
});
export const roleChanged = defineEvent('organizations.role-changed', {
  data: z.object({ roleId: id, from: z.array(z.string()), to: z.array(z.string()) }),
});
export const roleDeleted = defineEvent('organizations.role-deleted', {
  data: z.object({ roleId: id, instead: role.nullable() }),
});
export const ownershipOffered = defineEvent('organizations.ownership-offered', {
  data: z.object({ offerId: id, from: id, to: id }),
});
export const ownershipAnswered = defineEvent('organizations.ownership-answered', {
  data: z.object({ offerId: id, from: id, to: id, outcome: z.enum(['accepted', 'declined', 'withdrawn']) }),
});
/** The parents before and after; null on its own. */
export const organizationMoved = defineEvent('organizations.organization-moved', {
  data: z.object({ from: id.nullable(), to: id.nullable() }),
});
/** Who owes what is invoiced for it from now on. */
export const payerChosen = defineEvent('organizations.payer-chosen', {
  data: z.object({ pays: z.enum(['itself', 'parent']) }),
});
export const sessionsLimited = defineEvent('organizations.sessions-limited', {
  data: z.object({ idleMinutes: z.int().nullable(), hours: z.int().nullable() }),
});
export const secondStepAsked = defineEvent('organizations.second-step-asked', {
  data: z.object({ asked: z.boolean() }),
});

const domain = z.object({ domain: z.string() });
export const domainAdded = defineEvent('organizations.domain-added', { data: domain });
export const domainRemoved = defineEvent('organizations.domain-removed', { data: domain });
export const domainVerified = defineEvent('organizations.domain-verified', {
  data: domain.extend({ by: z.enum(['record', 'staff']) }),
});
export const domainMissing = defineEvent('organizations.domain-missing', { data: domain });
export const domainOff = defineEvent('organizations.domain-off', {
  data: domain.extend({ why: z.enum(['record_missing', 'staff']) }),
});
/** `personId`: who a personal key acts for; `bound`: only from chosen networks. */
export const keyMade = defineEvent('organizations.key-made', {
  data: z.object({
    personId: z.string().nullable(),
    permissions: z.array(z.string()),
    expiresAt: z.string(),
    bound: z.boolean(),
  }),
});
/** `previousUntil`: until when the old token stays good as well. */
export const keyRotated = defineEvent('organizations.key-rotated', {
  data: z.object({ expiresAt: z.string(), previousUntil: z.string().nullable() }),
});
export const keyRevoked = defineEvent('organizations.key-revoked', { data: z.object({}) });

/** Kinds of clients, which only staff know of. */
export const tierSaved = defineEvent('organizations.tier-saved', {
  audience: 'staff',
  data: z.object({ archived: z.boolean() }),
});
export const tierRemoved = defineEvent('organizations.tier-removed', {
  audience: 'staff',
  data: z.object({}),
});
export const clientTierSet = defineEvent('organizations.client-tier-set', {
  audience: 'staff',
  data: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
});
