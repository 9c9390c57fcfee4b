import { permission } from '../../kernel/auth/roles.ts';

/** Who worked how long on which ticket. */
export const readTime = permission('worktime.entries.read', {
  staff: ['administrator', 'support', 'operations', 'finance'],
});
/** Recording one's own time, and changing it until it is billed. */
export const recordTime = permission('worktime.entries.record', { staff: ['administrator', 'support'] });
/** Changing and removing what others recorded. */
export const manageTime = permission('worktime.entries.manage', { staff: ['administrator'] });
/** Making invoices of time, and saying what an hour costs. */
export const billTime = permission('worktime.entries.bill', { staff: ['administrator', 'finance'] });
