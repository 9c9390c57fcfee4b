import { permission } from '../../kernel/auth/roles.ts';

export const placeOrders = permission('orders.place', {
  members: ['owner', 'finance', 'technical'],
  whole: true,
});
export const readOrders = permission('orders.read', {
  members: ['owner', 'finance', 'technical', 'viewer', 'approver'],
  whole: true,
  staff: 'all',
});
/** Deciding on orders above somebody's limit; orders of theirs have none but their own. */
export const approveOrders = permission('orders.approve', { members: ['owner', 'approver'], whole: true });
/** Changing what runs: another plan, cycle, quantity or other choices, for money or for less of it. */
export const changeWhatRuns = permission('orders.change', {
  members: ['owner', 'finance', 'technical'],
  whole: true,
});
export const manageOrders = permission('orders.manage', { staff: ['administrator', 'operations'] });
export const publishTerms = permission('orders.terms.publish', { staff: ['administrator'] });
