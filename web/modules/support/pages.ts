import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'support.ticket.read';
const organization = '/api/organizations/:organizationId';
const own = `${organization}/tickets`;
const services = { url: `${organization}/services?status=all&limit=100`, need: 'services.service.read' };
const invoices = { url: `${organization}/invoices?limit=100`, need: 'billing.invoices.read' };
const members = { url: `${organization}/members?limit=100`, need: 'organizations.members.read' };
const read = 'support.tickets.read';
const desk = '/api/console/tickets';
const levels = '/api/console/service-levels';

export const portalPages: Pages = {
  '/inbox': { page: 'inbox-page', shape: 'list', data: ['/api/me/inbox'] },
  '/o/:slug/tickets': {
    page: 'tickets-page',
    shape: 'list',
    need,
    data: [`${own}{?status,service,invoice,q}`, `${own}/summary`],
    side: [services],
  },
  '/o/:slug/tickets/new': {
    page: 'new-ticket-page',
    shape: 'form',
    need: 'support.ticket.use',
    data: [`${own}/form`],
    side: [services, invoices],
  },
  '/o/:slug/tickets/sharing': {
    page: 'sharing-page',
    shape: 'form',
    need: 'support.ticket.share',
  },
  '/o/:slug/tickets/levels': {
    page: 'levels-page',
    shape: 'list',
    need,
  },
  '/o/:slug/tickets/:ticketId': {
    page: 'ticket-page',
    shape: 'conversation',
    need,
    data: [`${own}/:ticketId`, `${own}/form`],
    side: [members],
  },
};

export const consolePages: Pages = {
  '/console/tickets': {
    page: 'tickets-page',
    shape: 'list',
    need: read,
    data: [
      `${desk}{?sort,status,assignee,snoozed,drafts,mentioned,queue,priority,tag,organization,tier,service,invoice,q}`,
      `${desk}/workload`,
      `${desk}/agents`,
      `${desk}/form`,
      '/api/console/ticket-queues',
    ],
    side: [{ url: '/api/console/client-tiers', need: 'organizations.clients.read' }],
    slots: ['desk.setup', 'desk.duty'],
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
    slots: ['queues.sections'],
  },
  '/console/tickets/levels': {
    page: 'levels-page',
    shape: 'list',
    need: read,
    data: [`${levels}/policies`, `${levels}/calendars`],
  },
  '/console/tickets/levels/report': {
    page: 'levels-report-page',
    shape: 'list',
    need: read,
    data: [`${levels}/report{?queue}`, '/api/console/ticket-queues'],
  },
  '/console/tickets/levels/credits': {
    page: 'credits-page',
    shape: 'list',
    need: 'support.breach-credits.read',
    data: [`${levels}/credits{?state}`],
  },
  '/console/tickets/policies/:policyId': {
    page: 'policy-page',
    shape: 'form',
    need: 'support.sla.manage',
    data: [
      `${levels}/policies`,
      `${levels}/calendars`,
      `${levels}/products`,
      `${desk}/form`,
      '/api/console/client-tiers',
    ],
  },
  '/console/tickets/calendars/:calendarId': {
    page: 'calendar-page',
    shape: 'form',
    need: 'support.sla.manage',
    data: [`${levels}/calendars`],
  },
  '/console/tickets/rules': {
    page: 'rules-page',
    shape: 'list',
    need: 'support.queues.manage',
    data: [
      '/api/console/settings/support.tickets',
      '/api/console/settings/support.corrections',
      '/api/console/settings/support.priorities',
      '/api/console/settings/support.status-names',
      '/api/console/settings/support.copies',
    ],
  },
  '/console/tickets/:ticketId': {
    page: 'ticket-page',
    shape: 'conversation',
    need: read,
    data: [`${desk}/:ticketId`, `${desk}/form`, `${desk}/agents`, '/api/console/ticket-queues'],
    slots: ['desk.composer', 'desk.acts', 'desk.aside'],
  },
};
