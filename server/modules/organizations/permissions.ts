import { permission } from '../../kernel/auth/roles.ts';

export const readOrganization = permission('organizations.organization.read', { members: 'all' });
export const changeOrganization = permission('organizations.organization.change', {
  members: ['owner', 'finance'],
  whole: true,
});
export const readMembers = permission('organizations.members.read', { members: 'all' });
/** Inviting, changing and removing members, and making roles: never beyond what one holds oneself. */
export const manageMembers = permission('organizations.members.manage', { members: ['owner'], whole: true });
/** Making and revoking API keys that act for oneself, within what one may do. */
export const ownKeys = permission('organizations.keys.own', { members: 'all' });
/** Making API keys of the organization, never beyond what one holds oneself, and revoking any in it. */
export const manageKeys = permission('organizations.keys.manage', {
  members: ['owner', 'technical'],
  whole: true,
});
/** Seeing the organizations below this one, and making some. */
export const readGroup = permission('organizations.group.read', {
  members: ['owner', 'finance', 'technical', 'viewer'],
  whole: true,
});
export const manageGroup = permission('organizations.group.manage', { members: ['owner'], whole: true });
/** Saying that this organization pays for one below it, or no longer does. */
export const payForChildren = permission('organizations.group.pay', {
  members: ['owner', 'finance'],
  whole: true,
});
export const readClients = permission('organizations.clients.read', { staff: 'all' });
export const changeClients = permission('organizations.clients.change', {
  staff: ['administrator', 'finance', 'support'],
});
/** Saying which mail domains are the organization's, on which single sign-on and provisioning stand. */
export const manageDomains = permission('organizations.domains.manage', { members: ['owner'], whole: true });
export const decideOnDomains = permission('organizations.domains.decide', { staff: ['administrator'] });
/** Which tiers of clients there are. */
export const manageTiers = permission('organizations.tiers.manage', { staff: ['administrator'] });
/** Which client has which tier: rules, promises and prices of work may follow from it. */
export const assignTiers = permission('organizations.tiers.assign', { staff: ['administrator', 'support'] });
