import { permission } from '../../kernel/auth/roles.ts';

const money = ['owner', 'finance'] as const;

export const readPayments = permission('payments.payment.read', {
  members: money,
  staff: ['administrator', 'finance', 'support'],
});
export const makePayments = permission('payments.payment.make', { members: money });
export const manageMethods = permission('payments.method.manage', { members: money });
export const managePayments = permission('payments.payment.manage', { staff: ['administrator', 'finance'] });
