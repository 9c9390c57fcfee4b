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
    slots: ['invoice.sections'],
  },
  '/o/:slug/statement': {
    page: 'statement-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/statement{?currency,from,to}'],
  },
  '/o/:slug/group/statement': {
    page: 'group-statement-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/group-statement{?currency,from,to}'],
  },
  '/o/:slug/invoices/credit': {
    page: 'credit-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/credit{?currency}'],
  },
  '/o/:slug/invoices/credit-notes': {
    page: 'credit-notes-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/credit-notes'],
  },
  '/o/:slug/invoices/credit-notes/:creditNoteId': {
    page: 'credit-note-page',
    shape: 'detail',
    need,
    data: ['/api/organizations/:organizationId/credit-notes/:creditNoteId'],
  },
  '/o/:slug/invoices/above': {
    page: 'invoices-above-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/invoices-above'],
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
  '/console/invoices/credit-notes': {
    page: 'credit-notes-page',
    shape: 'list',
    need,
    data: ['/api/console/credit-notes{?client}'],
  },
  '/console/invoices/credit-notes/:creditNoteId': {
    page: 'credit-note-page',
    shape: 'detail',
    need,
    data: ['/api/console/credit-notes/:creditNoteId'],
  },
  '/console/invoices/contests': {
    page: 'contests-page',
    shape: 'list',
    need,
    data: ['/api/console/contests{?state}'],
  },
  '/console/invoices/withholdings': {
    page: 'withholdings-page',
    shape: 'list',
    need,
    data: ['/api/console/withholdings{?state}'],
  },
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
  '/console/clients/:clientId/credit': {
    page: 'client-credit-page',
    shape: 'list',
    need,
    data: ['/api/console/clients/:clientId/credit{?currency}'],
  },
  '/console/settings/credit': {
    page: 'credit-settings-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: ['/api/console/billing-settings/credit'],
  },
  '/console/billing-runs': {
    page: 'runs-page',
    shape: 'list',
    need,
    data: ['/api/console/billing-runs{?kind}', '/api/console/held-back'],
  },
  '/console/billing-runs/held-back': {
    page: 'held-back-page',
    shape: 'list',
    need,
    data: ['/api/console/held-back{?reason,client}'],
  },
  '/console/billing-runs/:runId': {
    page: 'run-page',
    shape: 'detail',
    need,
    data: ['/api/console/billing-runs/:runId'],
  },
  '/console/settings/revenue': {
    page: 'revenue-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: ['/api/console/billing-settings/revenue', '/api/console/deferred-revenue'],
  },
  '/console/settings/taxes': {
    page: 'taxes-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: [
      '/api/console/billing-settings',
      '/api/console/tax-rules{?country}',
      '/api/console/exchange-rates',
    ],
  },
  '/console/settings/collections': {
    page: 'collections-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: ['/api/console/dunning-timelines'],
  },
  '/console/settings/billing': {
    page: 'billing-settings-page',
    shape: 'form',
    need: 'billing.settings.manage',
    data: ['/api/console/billing-settings'],
  },
};
