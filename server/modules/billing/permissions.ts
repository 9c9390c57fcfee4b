import { permission } from '../../kernel/auth/roles.ts';

const money = ['owner', 'finance'] as const;

export const readInvoices = permission('billing.invoices.read', {
  members: money,
  staff: ['administrator', 'finance', 'support'],
});
export const useCredit = permission('billing.credit.use', {
  members: money,
  staff: ['administrator', 'finance'],
});
export const manageInvoices = permission('billing.invoices.manage', { staff: ['administrator', 'finance'] });
export const manageBillingSettings = permission('billing.settings.manage', {
  staff: ['administrator', 'finance'],
});
