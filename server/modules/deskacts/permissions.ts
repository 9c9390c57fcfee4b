import { permission } from '../../kernel/auth/roles.ts';

/** Giving credit beside a ticket, within what one’s role may give in a day. Who gives credit anyway has no such limit. */
export const giveCreditAtDesk = permission('deskacts.credit.give', {
  staff: ['administrator', 'finance', 'support'],
});
