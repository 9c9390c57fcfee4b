import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'worktime.entries.read';
const bill = 'worktime.entries.bill';

export const consolePages: Pages = {
  '/console/tickets/time': {
    page: 'time-page',
    shape: 'list',
    need,
    data: ['/api/console/time-entries{?client,person,from,to,state}'],
  },
  '/console/tickets/time/rates': {
    page: 'rates-page',
    shape: 'form',
    need: bill,
    data: ['/api/console/time-rates', '/api/console/client-tiers'],
  },
  '/console/tickets/time/bill/:clientId': {
    page: 'bill-page',
    shape: 'form',
    need: bill,
    data: ['/api/console/clients/:clientId/billable-time'],
  },
};
