import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'audit.facts.read';

export const portalPages: Pages = {
  '/o/:slug/activity': {
    page: 'activity-page',
    shape: 'list',
    need,
    data: ['/api/organizations/:organizationId/activity{?name,from,to}'],
  },
};

export const consolePages: Pages = {
  '/console/audit': {
    page: 'audit-page',
    shape: 'list',
    need,
    data: ['/api/console/audit{?name,organization,actor,from,to}', '/api/console/audit/chain'],
  },
  '/console/security': {
    page: 'security-page',
    shape: 'list',
    need: 'audit.security-events.read',
    data: ['/api/console/security-events{?sign,q}'],
  },
};
