import { permission } from '../../kernel/auth/roles.ts';

export const readStaff = permission('identity.staff.read', { staff: 'all' });
export const manageStaff = permission('identity.staff.manage', { staff: ['administrator'] });
