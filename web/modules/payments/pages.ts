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
  '/o/:slug/invoices/pay-many': {
    page: 'pay-many-page',
    shape: 'flow',
    need: 'payments.payment.make',
    data: ['/api/organizations/:organizationId/invoices?status=open&limit=50'],
  },
  '/o/:slug/invoices/refunds': {
    page: 'refunds-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/refunds'],
  },
  '/o/:slug/invoices/credit/add': {
    page: 'add-credit-page',
    shape: 'flow',
    need: 'payments.payment.make',
    data: ['/api/organizations/:organizationId/deposits'],
  },
  '/o/:slug/payment-methods': {
    page: 'payment-methods-page',
    shape: 'list',
    need: 'payments.method.manage',
    data: [
      '/api/organizations/:organizationId/payment-methods',
      '/api/organizations/:organizationId/automatic-payment',
    ],
  },
};

export const consolePages: Pages = {
  '/console/settings/payments': {
    page: 'gateways-page',
    shape: 'form',
    need,
    data: [
      '/api/console/payment-gateways',
      '/api/console/automatic-payment-settings',
      '/api/console/dispute-settings',
    ],
  },
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
  '/console/payments/automatic': {
    page: 'charges-page',
    shape: 'list',
    need,
    data: ['/api/console/automatic-charges{?state}'],
  },
  '/console/payments/automatic/:invoiceId': {
    page: 'charge-page',
    shape: 'detail',
    need,
    data: ['/api/console/automatic-charges/:invoiceId'],
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
  '/console/payments/refunds': {
    page: 'refunds-page',
    shape: 'list',
    need,
    data: ['/api/console/refunds{?state}'],
  },
  '/console/payments/refunds/:refundId': {
    page: 'refund-page',
    shape: 'detail',
    need,
    data: ['/api/console/refunds/:refundId'],
  },
  '/console/payments/disputes': {
    page: 'disputes-page',
    shape: 'list',
    need,
    data: ['/api/console/disputes{?group,reason,q}'],
  },
  '/console/payments/disputes/:disputeId': {
    page: 'dispute-page',
    shape: 'detail',
    need,
    data: ['/api/console/disputes/:disputeId'],
  },
  '/console/payments/fees': {
    page: 'fees-page',
    shape: 'list',
    need,
    data: ['/api/console/gateway-fees{?from,to}'],
  },
  '/console/settings/payment-fees': {
    page: 'fee-rules-page',
    shape: 'form',
    need,
    data: ['/api/console/gateway-fee-rules'],
  },
  '/console/payments/:paymentId': {
    page: 'payment-page',
    shape: 'detail',
    need,
    data: ['/api/console/payments/:paymentId'],
  },
};
