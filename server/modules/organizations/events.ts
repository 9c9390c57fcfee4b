import { z } from 'zod';
import { memberRoles } from '../../kernel/auth/roles.ts';
import { defineEvent } from '../../kernel/events/define.ts';

const role = z.enum(memberRoles);

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
