import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'billing.invoices.read';
const manage = 'billing.invoices.manage';

export const portalPages: Pages = {
  '/o/:slug/invoices': {
    page: 'invoices-page',
    shape: 'list',
    need,
    data: [
      '/api/organizations/:organizationId/invoices{?status,q,from,to,min,max}',
      '/api/organizations/:organizationId/billing-summary',
    ],
  },
  '/o/:slug/invoices/:invoiceId': {
    page: 'invoice-page',
    shape: 'detail',
    need,
    data: ['/api/organizations/:organizationId/invoices/:invoiceId'],
  },
  '/o/:slug/statement': {
    page: 'statement-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/statement{?currency,from,to}'],
  },
  '/o/:slug/invoices/credit': {
    page: 'credit-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/credit{?currency}'],
  },
  '/o/:slug/invoices/upcoming': {
    page: 'renewals-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/upcoming-renewals'],
  },
};

export const consolePages: Pages = {
  '/console/invoices': {
    page: 'invoices-page',
    shape: 'list',
    need,
    data: ['/api/console/invoices{?status,q,client,from,to,min,max}', '/api/console/ageing'],
  },
  '/console/invoices/new': { page: 'new-invoice-page', shape: 'form', need: manage },
  '/console/invoices/:invoiceId': {
    page: 'invoice-page',
    shape: 'detail',
    need,
    data: ['/api/console/invoices/:invoiceId'],
  },
  '/console/renewals': {
    page: 'renewals-page',
    shape: 'list',
    need,
    data: ['/api/console/upcoming-renewals'],
  },
  '/console/settings/billing': {
    page: 'billing-settings-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: ['/api/console/billing-settings'],
  },
};
