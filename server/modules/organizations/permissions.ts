import { permission } from '../../kernel/auth/roles.ts';

export const readOrganization = permission('organizations.organization.read', { members: 'all' });
export const changeOrganization = permission('organizations.organization.change', {
  members: ['owner', 'finance'],
});
export const readMembers = permission('organizations.members.read', { members: 'all' });
export const manageMembers = permission('organizations.members.manage', { members: ['owner'] });
export const readClients = permission('organizations.clients.read', { staff: 'all' });
export const changeClients = permission('organizations.clients.change', {
  staff: ['administrator', 'finance', 'support'],
});
