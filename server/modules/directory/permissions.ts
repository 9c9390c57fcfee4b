import { permission } from '../../kernel/auth/roles.ts';

/** For the key of a directory: making, changing and ending memberships of the organization as it says. */
export const provision = permission('directory.users.provision', { members: ['owner'], whole: true });
/** Seeing how the directory is connected, and saying which role each of its groups gives. */
export const manageDirectory = permission('directory.settings.manage', { members: ['owner'], whole: true });
