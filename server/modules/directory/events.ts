import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const id = z.string();
/** `personId`: null while the user was never active here. */
const user = z.object({ userId: id, personId: id.nullable() });
const group = z.object({ groupId: id });
/** The word of a built-in role, or the id of one of the organization's own; null: none. */
const role = z.string().nullable();

export const userAdded = defineEvent('directory.user-added', { data: user.extend({ active: z.boolean() }) });
export const userChanged = defineEvent('directory.user-changed', {
  data: user.extend({ fields: z.array(z.string()) }),
});
export const userActivated = defineEvent('directory.user-activated', { data: user });
export const userDeactivated = defineEvent('directory.user-deactivated', { data: user });
export const userRemoved = defineEvent('directory.user-removed', { data: user });
export const groupAdded = defineEvent('directory.group-added', { data: group });
export const groupChanged = defineEvent('directory.group-changed', {
  data: group.extend({ fields: z.array(z.string()), added: z.array(id), removed: z.array(id) }),
});
export const groupRemoved = defineEvent('directory.group-removed', { data: group });
export const rolesMapped = defineEvent('directory.roles-mapped', {
  data: z.object({ byDefault: role, groups: z.array(z.object({ groupId: id, role })) }),
});
export const directoryDisconnected = defineEvent('directory.directory-disconnected', {
  data: z.object({}),
});
