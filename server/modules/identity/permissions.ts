import { permission } from '../../kernel/auth/roles.ts';

export const readStaff = permission('identity.staff.read', { staff: 'all' });
/** When and where a person signed in. */
export const readSignIns = permission('identity.sign-ins.read', { staff: ['administrator', 'support'] });
export const manageStaff = permission('identity.staff.manage', { staff: ['administrator'] });
/** To let people in again who lost their second step. */
export const manageRecovery = permission('identity.recovery.manage', { staff: ['administrator', 'support'] });
/** To be the second pair of eyes where an administrator is let in again. */
export const approveRecovery = permission('identity.recovery.approve', { staff: ['administrator'] });
/** To sign somebody else out. */
export const endOthersSessions = permission('identity.sessions.end', { staff: ['administrator', 'support'] });
