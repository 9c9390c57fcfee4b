import { permission } from '../../kernel/auth/roles.ts';

/** Saying at which provider the organization's people sign in, and whether they must. */
export const manageSso = permission('sso.connection.manage', { members: ['owner'], whole: true });
/** Staff see how a client signs in, to help. */
export const readSso = permission('sso.connection.read', { staff: 'all' });
