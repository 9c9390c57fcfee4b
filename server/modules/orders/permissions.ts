import { permission } from '../../kernel/auth/roles.ts';

export const placeOrders = permission('orders.place', { members: ['owner', 'finance', 'technical'] });
export const readOrders = permission('orders.read', {
  members: ['owner', 'finance', 'technical'],
  staff: 'all',
});
export const manageOrders = permission('orders.manage', { staff: ['administrator', 'operations'] });
export const publishTerms = permission('orders.terms.publish', { staff: ['administrator'] });
