import { z } from 'zod';
import { methods } from '../../kernel/auth/methods.ts';
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
  data: z.object({ sessionId: z.string(), methods: z.array(z.enum(methods)).optional() }),
});
export const signInRefused = defineEvent('identity.sign-in-refused', {
  audience: 'staff',
  data: z.object({
    why: z.enum(['wrong_password', 'not_verified', 'disabled', 'wrong_code', 'unknown', 'elsewhere']),
  }),
});
export const unusualSignIn = defineEvent('identity.unusual-sign-in-noticed', {
  audience: 'staff',
  data: z.object({ unusual: z.enum(['new_device', 'new_country']) }),
});
export const signInDisowned = defineEvent('identity.sign-in-disowned', { audience: 'staff', data: nothing });
export const sessionEnded = defineEvent('identity.session-ended', {
  audience: 'staff',
  data: z.object({ sessions: z.int() }),
});
export const deviceForgotten = defineEvent('identity.device-forgotten', { audience: 'staff', data: nothing });
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

const factor = z.object({ kind: z.enum(['authenticator', 'passkey', 'email_code', 'message_code']) });
export const factorAdded = defineEvent('identity.factor-added', { audience: 'staff', data: factor });
export const factorRenamed = defineEvent('identity.factor-renamed', { audience: 'staff', data: factor });
export const factorRemoved = defineEvent('identity.factor-removed', { audience: 'staff', data: factor });
export const phoneChanged = defineEvent('identity.phone-changed', { audience: 'staff', data: nothing });
export const recoveryCodesMade = defineEvent('identity.recovery-codes-made', {
  audience: 'staff',
  data: nothing,
});
export const recoveryCodeUsed = defineEvent('identity.recovery-code-used', {
  audience: 'staff',
  data: z.object({ left: z.int() }),
});
export const personProven = defineEvent('identity.person-proven', {
  audience: 'staff',
  data: z.object({ method: z.enum(methods) }),
});
export const emailChangeAsked = defineEvent('identity.email-change-asked', {
  audience: 'staff',
  data: nothing,
});
export const emailChanged = defineEvent('identity.email-changed', { audience: 'staff', data: nothing });
export const emailChangeUndone = defineEvent('identity.email-change-undone', {
  audience: 'staff',
  data: nothing,
});

const recovery = z.object({ recoveryId: z.string() });
export const recoveryBegun = defineEvent('identity.recovery-begun', {
  audience: 'staff',
  data: recovery.extend({ dueAt: z.string(), needsApproval: z.boolean() }),
});
export const recoveryApproved = defineEvent('identity.recovery-approved', {
  audience: 'staff',
  data: recovery,
});
export const recoveryStopped = defineEvent('identity.recovery-stopped', {
  audience: 'staff',
  data: recovery.extend({ by: z.enum(['link', 'session']) }),
});
export const recoveryWithdrawn = defineEvent('identity.recovery-withdrawn', {
  audience: 'staff',
  data: recovery,
});
export const recoveryCompleted = defineEvent('identity.recovery-completed', {
  audience: 'staff',
  data: recovery.extend({ sessions: z.int() }),
});
