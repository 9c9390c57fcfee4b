import type { Pages } from '../../kernel/pages/pages.ts';

const own = '/api/organizations/:organizationId';

export const portalPages: Pages = {
  '/order-status': { page: 'order-status-page', shape: 'form', frame: 'public' },
  '/order-status/confirm': { page: 'confirm-order-page', shape: 'form', frame: 'public' },
  '/checkout/:product': {
    page: 'checkout-page',
    shape: 'flow',
    frame: 'public',
    once: true,
    data: ['/api/guest-orders/products/:product{?currency}'],
  },
  '/store': { page: 'shop-page', shape: 'overview', frame: 'public', data: ['/api/catalog{?currency}'] },
  '/store/:product': {
    page: 'shop-product-page',
    shape: 'detail',
    frame: 'public',
    data: ['/api/catalog/products/:product{?currency}'],
  },
  '/o/:slug/order': {
    page: 'store-page',
    shape: 'overview',
    need: 'catalog.store.browse',
    data: [`${own}/store`],
  },
  '/o/:slug/order/:product': {
    page: 'order-flow-page',
    shape: 'flow',
    need: 'orders.place',
    data: [`${own}/store/:product`, '/api/terms'],
  },
  '/o/:slug/services/:serviceId/change': {
    page: 'change-page',
    shape: 'flow',
    need: 'orders.change',
    data: [`${own}/services/:serviceId/change-options`],
  },
  '/o/:slug/orders': {
    page: 'orders-page',
    shape: 'list',
    need: 'orders.read',
    data: [`${own}/orders{?status,q}`],
  },
  '/o/:slug/orders/:orderId': {
    page: 'order-page',
    shape: 'detail',
    need: 'orders.read',
    data: [`${own}/orders/:orderId`],
  },
};

export const consolePages: Pages = {
  '/console/orders': {
    page: 'orders-page',
    shape: 'list',
    need: 'orders.read',
    data: ['/api/console/orders{?status,q}'],
  },
  '/console/orders/:orderId': {
    page: 'order-page',
    shape: 'detail',
    need: 'orders.read',
    data: ['/api/console/orders/:orderId'],
  },
  '/console/services/:serviceId/change': {
    page: 'change-page',
    shape: 'flow',
    need: 'services.service.manage',
    data: ['/api/console/services/:serviceId/change-options'],
  },
  '/console/guest-orders': {
    page: 'guest-orders-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: ['/api/console/settings/guests.orders'],
  },
  '/console/terms': {
    page: 'terms-page',
    shape: 'form',
    need: 'orders.terms.publish',
    data: ['/api/terms'],
  },
};
