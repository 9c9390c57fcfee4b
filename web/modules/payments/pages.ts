import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'payments.payment.read';

export const portalPages: Pages = {
  '/o/:slug/invoices/:invoiceId/pay': {
    page: 'pay-page',
    shape: 'flow',
    need: 'payments.payment.make',
    data: [
      '/api/organizations/:organizationId/invoices/:invoiceId/payment-options',
      '/api/organizations/:organizationId/invoices/:invoiceId',
    ],
  },
  '/o/:slug/invoices/payments/:attemptId': {
    page: 'payment-page',
    shape: 'flow',
    need,
    data: ['/api/organizations/:organizationId/payment-attempts/:attemptId'],
  },
  '/o/:slug/payment-methods': {
    page: 'payment-methods-page',
    shape: 'list',
    need: 'payments.method.manage',
    data: ['/api/organizations/:organizationId/payment-methods'],
  },
};

export const consolePages: Pages = {
  '/console/payments': {
    page: 'payments-page',
    shape: 'list',
    need,
    data: ['/api/console/payments{?cause,q,client,from,to}'],
  },
  '/console/payments/attempts': {
    page: 'attempts-page',
    shape: 'list',
    need,
    data: ['/api/console/payment-attempts{?status,q,client}'],
  },
  '/console/payments/attempts/:attemptId': {
    page: 'attempt-page',
    shape: 'detail',
    need,
    data: ['/api/console/payment-attempts/:attemptId'],
  },
  '/console/payments/transfers': {
    page: 'transfers-page',
    shape: 'list',
    need,
    data: ['/api/console/transfers{?state,q,client}'],
  },
  '/console/payments/unmatched': {
    page: 'unmatched-page',
    shape: 'list',
    need,
    data: ['/api/console/unmatched-money{?state}'],
  },
  '/console/payments/:paymentId': {
    page: 'payment-page',
    shape: 'detail',
    need,
    data: ['/api/console/payments/:paymentId'],
  },
};
