import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/catalog': {
    page: 'catalog-page',
    shape: 'list',
    need: 'catalog.read',
    data: ['/api/console/catalog'],
  },
  '/console/catalog/:productId': {
    page: 'product-page',
    shape: 'detail',
    need: 'catalog.read',
    data: ['/api/console/catalog/products/:productId', '/api/console/catalog'],
  },
};
