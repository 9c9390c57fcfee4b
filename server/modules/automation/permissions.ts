import { permission } from '../../kernel/auth/roles.ts';

/** Making and changing the replies and macros that everybody at the desk has. One's own need no right but to work on tickets. */
export const manageShared = permission('automation.shared.manage', { staff: ['administrator', 'support'] });
/** What is done to tickets by itself. Who works on tickets reads it. */
export const manageRules = permission('automation.rules.manage', { staff: ['administrator'] });
