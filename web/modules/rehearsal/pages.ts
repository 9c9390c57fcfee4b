import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'billing.invoices.read';

export const consolePages: Pages = {
  '/console/clients/:clientId/rehearsal': {
    page: 'client-page',
    shape: 'list',
    need,
    data: [
      '/api/console/clients/:clientId/rehearsal{?days,assumption,lateDays}',
      '/api/console/clients/:clientId',
    ],
  },
  '/console/billing-runs/rehearsals': {
    page: 'rehearsals-page',
    shape: 'list',
    need,
    data: ['/api/console/rehearsals'],
  },
  '/console/billing-runs/rehearsals/:rehearsalId': {
    page: 'rehearsal-page',
    shape: 'detail',
    need,
    data: [
      '/api/console/rehearsals/:rehearsalId',
      '/api/console/rehearsals/:rehearsalId/sums{?month}',
      '/api/console/rehearsals/:rehearsalId/happenings{?kind,client,from,to}',
    ],
  },
};
