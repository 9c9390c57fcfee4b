import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'support.ticket.use';
const own = '/api/organizations/:organizationId/tickets';
const read = 'support.tickets.read';
const desk = '/api/console/tickets';

export const portalPages: Pages = {
  '/o/:slug/tickets': {
    page: 'tickets-page',
    shape: 'list',
    need,
    data: [`${own}{?status,service,invoice,q}`, `${own}/summary`],
  },
  '/o/:slug/tickets/new': { page: 'new-ticket-page', shape: 'form', need, data: [`${own}/form`] },
  '/o/:slug/tickets/:ticketId': {
    page: 'ticket-page',
    shape: 'conversation',
    need,
    data: [`${own}/:ticketId`, `${own}/form`],
  },
};

export const consolePages: Pages = {
  '/console/tickets': {
    page: 'tickets-page',
    shape: 'list',
    need: read,
    data: [
      `${desk}{?sort,status,assignee,queue,priority,organization,service,invoice,q}`,
      `${desk}/workload`,
      `${desk}/agents`,
      '/api/console/ticket-queues',
    ],
  },
  '/console/tickets/new': {
    page: 'new-ticket-page',
    shape: 'form',
    need: 'support.tickets.work',
    data: [`${desk}/form`],
  },
  '/console/tickets/queues': {
    page: 'queues-page',
    shape: 'list',
    need: 'support.queues.manage',
    data: ['/api/console/ticket-queues'],
  },
  '/console/tickets/:ticketId': {
    page: 'ticket-page',
    shape: 'conversation',
    need: read,
    data: [`${desk}/:ticketId`, `${desk}/form`, `${desk}/agents`, '/api/console/ticket-queues'],
  },
};
