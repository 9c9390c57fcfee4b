import { registerSlot } from '../../../kernel/slots.tsx';

const need = 'billing.invoices.read';

export function plugIn(): void {
  registerSlot('portal.banners', {
    id: 'billing/overdue-banner',
    order: 10,
    need,
    data: ['/api/organizations/:organizationId/billing-summary'],
    words: null,
    load: () => import('./overdue-banner.tsx'),
  });
  registerSlot('organization.sections', {
    id: 'billing/own-taxes',
    order: 20,
    need,
    load: () => import('./own-taxes.tsx'),
  });
  registerSlot('invoice.sections', {
    id: 'billing/withhold-tax',
    order: 5,
    need,
    data: ['/api/organizations/:organizationId/invoices/:invoiceId/withholdings'],
    load: () => import('./withhold-tax.tsx'),
  });
  registerSlot('group.sections', {
    id: 'billing/group-account',
    order: 10,
    need,
    data: ['/api/organizations/:organizationId/group-statement?limit=1'],
    load: () => import('./group-account.tsx'),
  });
  registerSlot('service.sections', {
    id: 'billing/service-invoices',
    order: 30,
    need,
    data: [
      '/api/organizations/:organizationId/invoices?limit=5&service=:serviceId',
      '/api/organizations/:organizationId/billing-summary',
    ],
    load: () => import('./service-invoices.tsx'),
  });
  registerSlot('service.sections', {
    id: 'billing/next-invoice',
    order: 25,
    need,
    data: ['/api/organizations/:organizationId/services/:serviceId/next-invoice'],
    words: 'billing/next',
    load: () => import('./next-invoice.tsx'),
  });
}
