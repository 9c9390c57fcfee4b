import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/clients': {
    page: 'clients-page',
    shape: 'list',
    need: 'organizations.clients.read',
    data: ['/api/console/clients{?q}'],
  },
  '/console/clients/:clientId': {
    page: 'client-page',
    shape: 'detail',
    need: 'organizations.clients.read',
    data: ['/api/console/clients/:clientId'],
  },
};

export const portalPages: Pages = {
  '/invitations': { page: 'invitation-page', shape: 'form', frame: 'bare' },
  '/organizations/new': { page: 'new-organization-page', shape: 'form' },
  '/o/:slug/organization': {
    page: 'organization-page',
    shape: 'form',
    need: 'organizations.organization.read',
    data: ['/api/organizations/:organizationId'],
  },
  '/o/:slug/organization/members': {
    page: 'members-page',
    shape: 'list',
    need: 'organizations.members.read',
    data: ['/api/organizations/:organizationId/members'],
  },
};
