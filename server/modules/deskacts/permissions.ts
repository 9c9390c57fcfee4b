import { permission } from '../../kernel/auth/roles.ts';

/**
 * Giving credit beside a ticket, within what one’s role may give in a day, and asking for more. Every role has it: a role without a limit
 * gives nothing. Who gives credit anyway has no such limit.
 */
export const giveCreditAtDesk = permission('deskacts.credit.give', { staff: 'all' });
