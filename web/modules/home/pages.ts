import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/o/:slug': { page: 'dashboard-page', shape: 'overview' },
  '/o/:slug/more': { page: 'more-page', shape: 'list' },
};

export const consolePages: Pages = {
  '/console': { page: 'today-page', shape: 'overview' },
};
