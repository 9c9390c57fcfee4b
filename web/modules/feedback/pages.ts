import type { Pages } from '../../kernel/pages/pages.ts';

const read = 'feedback.ratings.read';
const desk = '/api/console/ratings';
const rules = '/api/console/settings/feedback.rules';

export const portalPages: Pages = {
  '/rating': { page: 'rating-page', shape: 'form', frame: 'public' },
};

export const consolePages: Pages = {
  '/console/ratings': {
    page: 'ratings-page',
    shape: 'list',
    need: read,
    data: [`${desk}{?score,queue,agent,followUp,q}`, `${desk}/report{?by}`],
  },
  '/console/ratings/rules': {
    page: 'rating-rules-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: [rules, '/api/console/ticket-queues'],
  },
};
