import { permission } from '../../kernel/auth/roles.ts';

const money = ['owner', 'finance'] as const;

export const readPayments = permission('payments.payment.read', {
  members: [...money, 'viewer'],
  whole: true,
  staff: ['administrator', 'finance', 'support'],
});
export const makePayments = permission('payments.payment.make', { members: money, whole: true });
export const manageMethods = permission('payments.method.manage', { members: money, whole: true });
export const manageGateways = permission('payments.gateways.manage', { staff: ['administrator', 'finance'] });
/** Gives money back, and decides about what colleagues give back. */
export const giveRefunds = permission('payments.refund.give', { staff: ['administrator', 'finance'] });
/** Answers disputes, or accepts them. */
export const handleDisputes = permission('payments.dispute.handle', { staff: ['administrator', 'finance'] });
export const managePayments = permission('payments.payment.manage', { staff: ['administrator', 'finance'] });
