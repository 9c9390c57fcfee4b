import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/tickets/team': {
    page: 'team-page',
    shape: 'list',
    need: 'support.tickets.work',
    data: ['/api/console/support-team{?q,state}', '/api/console/ticket-queue-ways'],
    slots: ['desk.duty'],
  },
};
