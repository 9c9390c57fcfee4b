import { z } from 'zod';
import { staffRoles } from '../../kernel/auth/roles.ts';
import { defineEvent } from '../../kernel/events/define.ts';

const nothing = z.object({});

export const personSignedUp = defineEvent('identity.person-signed-up', { audience: 'staff', data: nothing });
export const mailboxProven = defineEvent('identity.mailbox-proven', {
  audience: 'staff',
  data: z.object({ purpose: z.enum(['sign_up', 'password_reset']) }),
});
export const personSignedIn = defineEvent('identity.person-signed-in', {
  audience: 'staff',
  data: z.object({ sessionId: z.string() }),
});
export const signInRefused = defineEvent('identity.sign-in-refused', {
  audience: 'staff',
  data: z.object({ why: z.enum(['wrong_password', 'not_verified', 'disabled']) }),
});
export const sessionEnded = defineEvent('identity.session-ended', {
  audience: 'staff',
  data: z.object({ sessions: z.int() }),
});
export const passwordChanged = defineEvent('identity.password-changed', { audience: 'staff', data: nothing });
export const profileChanged = defineEvent('identity.profile-changed', {
  audience: 'staff',
  data: z.object({ fields: z.array(z.string()) }),
});
export const staffAppointed = defineEvent('identity.staff-appointed', {
  audience: 'staff',
  data: z.object({ roles: z.array(z.enum(staffRoles)) }),
});
export const staffRolesChanged = defineEvent('identity.staff-roles-changed', {
  audience: 'staff',
  data: z.object({ roles: z.array(z.enum(staffRoles)) }),
});
export const staffDismissed = defineEvent('identity.staff-dismissed', { audience: 'staff', data: nothing });
