import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/o/:slug': {
    page: 'dashboard-page',
    shape: 'overview',
    need: 'home.dashboard.read',
    data: ['/api/organizations/:organizationId/dashboard'],
    slots: ['dashboard.cards', 'dashboard.activity'],
  },
  '/o/:slug/more': { page: 'more-page', shape: 'list' },
};

export const consolePages: Pages = {
  '/console': {
    page: 'today-page',
    shape: 'overview',
    need: 'home.today.read',
    data: ['/api/console/today'],
  },
};
