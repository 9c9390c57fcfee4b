import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/meters': {
    page: 'meters-page',
    shape: 'list',
    need: 'catalog.read',
    data: ['/api/console/catalog/meters'],
  },
};
