import { permission } from '../../kernel/auth/roles.ts';

export const readServices = permission('services.service.read', {
  members: ['owner', 'technical', 'member', 'viewer', 'approver'],
  staff: 'all',
});
export const changeServices = permission('services.service.change', { members: ['owner', 'technical'] });
export const manageServices = permission('services.service.manage', {
  staff: ['administrator', 'operations'],
});
