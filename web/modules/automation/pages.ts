import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'support.tickets.work';
const desk = '/api/console/tickets';
const rules = '/api/console/ticket-rules';
const aboutTickets = [`${desk}/agents`, `${desk}/form`, '/api/console/ticket-queues'];
const replies = '/api/console/canned-replies';

export const consolePages: Pages = {
  '/console/tickets/replies': {
    page: 'replies-page',
    shape: 'list',
    need,
    data: [`${replies}{?whose,folder,q}`, `${replies}/folders`],
  },
  '/console/tickets/macros': {
    page: 'macros-page',
    shape: 'list',
    need,
    data: ['/api/console/ticket-macros', ...aboutTickets],
  },
  '/console/tickets/automation': {
    page: 'rules-page',
    shape: 'list',
    need,
    data: [rules],
  },
  '/console/tickets/automation/new': {
    page: 'rule-page',
    shape: 'form',
    need: 'automation.rules.manage',
    data: [rules, ...aboutTickets],
  },
  '/console/tickets/automation/:ruleId': {
    page: 'rule-page',
    shape: 'form',
    need,
    data: [rules, ...aboutTickets, `${rules}/:ruleId/runs`],
  },
};
