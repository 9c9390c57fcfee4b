import { permission } from '../../kernel/auth/roles.ts';

const money = ['owner', 'finance'] as const;

export const readInvoices = permission('billing.invoices.read', {
  members: [...money, 'viewer'],
  whole: true,
  staff: ['administrator', 'finance', 'support'],
});
export const useCredit = permission('billing.credit.use', {
  members: money,
  whole: true,
  staff: ['administrator', 'finance'],
});
export const withholdTaxes = permission('billing.withholding.declare', {
  members: money,
  whole: true,
  staff: ['administrator', 'finance'],
});
export const makePromises = permission('billing.promise.make', {
  members: money,
  whole: true,
  staff: ['administrator', 'finance'],
});
export const contestInvoices = permission('billing.invoice.contest', { members: money, whole: true });
export const manageTaxProfile = permission('billing.tax-profile.manage', {
  members: money,
  whole: true,
  staff: ['administrator', 'finance'],
});
/** Gives clients credit at the business's cost, within the limit for one client. */
export const giveCredit = permission('billing.credit.give', { staff: ['administrator', 'finance'] });
export const manageInvoices = permission('billing.invoices.manage', { staff: ['administrator', 'finance'] });
export const issueCreditNotes = permission('billing.credit-notes.issue', {
  staff: ['administrator', 'finance'],
});
export const writeOff = permission('billing.invoices.write-off', { staff: ['administrator', 'finance'] });
export const manageBillingSettings = permission('billing.settings.manage', {
  staff: ['administrator', 'finance'],
});
