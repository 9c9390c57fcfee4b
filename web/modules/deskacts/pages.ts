import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/tickets/credit-limits': {
    page: 'limits-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: ['/api/console/settings/deskacts.limits'],
  },
  '/console/tickets/credit-asks': {
    page: 'asks-page',
    shape: 'list',
    need: 'deskacts.credit.give',
    data: ['/api/console/credit-asks{?state}'],
  },
};
