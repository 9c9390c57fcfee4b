import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/tickets/credit-limits': {
    page: 'limits-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: ['/api/console/settings/deskacts.limits'],
  },
};
