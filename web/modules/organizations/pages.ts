import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/clients': {
    page: 'clients-page',
    shape: 'list',
    need: 'organizations.clients.read',
    data: ['/api/console/clients{?q,tier}'],
    side: [{ url: '/api/console/client-tiers' }],
  },
  '/console/clients/tiers': {
    page: 'tiers-page',
    shape: 'list',
    need: 'organizations.tiers.manage',
    data: ['/api/console/client-tiers'],
  },
  '/console/clients/:clientId': {
    page: 'client-page',
    shape: 'detail',
    need: 'organizations.clients.read',
    data: ['/api/console/clients/:clientId'],
    slots: ['client.member'],
    side: [{ url: '/api/console/clients/:clientId/keys' }],
  },
};

export const portalPages: Pages = {
  '/invitations': { page: 'invitation-page', shape: 'form', frame: 'bare' },
  '/organizations/new': { page: 'new-organization-page', shape: 'form', slots: ['account.beginning'] },
  '/o/:slug/organization': {
    page: 'organization-page',
    shape: 'form',
    need: 'organizations.organization.read',
    data: ['/api/organizations/:organizationId'],
    side: [{ url: '/api/organizations/:organizationId/ownership' }],
  },
  '/o/:slug/organization/members': {
    page: 'members-page',
    shape: 'list',
    need: 'organizations.members.read',
    data: ['/api/organizations/:organizationId/members'],
    side: [
      { url: '/api/organizations/:organizationId/invitations', need: 'organizations.members.manage' },
      { url: '/api/organizations/:organizationId/ownership' },
    ],
  },
  '/o/:slug/group': {
    page: 'group-page',
    shape: 'list',
    need: 'organizations.group.read',
    data: ['/api/organizations/:organizationId/group'],
    slots: ['group.sections'],
  },
  '/o/:slug/organization/roles': {
    page: 'roles-page',
    shape: 'list',
    need: 'organizations.members.read',
    data: ['/api/organizations/:organizationId/roles'],
  },
  '/o/:slug/organization/domains': {
    page: 'domains-page',
    shape: 'list',
    need: 'organizations.domains.manage',
    data: ['/api/organizations/:organizationId/domains'],
  },
  '/o/:slug/organization/directory': {
    page: 'directory-page',
    shape: 'detail',
    need: 'directory.settings.manage',
    data: ['/api/organizations/:organizationId/directory'],
    side: [
      { url: '/api/organizations/:organizationId/keys' },
      { url: '/api/organizations/:organizationId/roles', need: 'organizations.members.read' },
    ],
  },
  '/o/:slug/organization/keys': {
    page: 'keys-page',
    shape: 'list',
    need: 'organizations.keys.own',
    data: ['/api/organizations/:organizationId/keys'],
  },
  '/o/:slug/organization/access': {
    page: 'access-page',
    shape: 'list',
    need: 'organizations.members.manage',
    data: [
      '/api/organizations/:organizationId/members?limit=100',
      '/api/organizations/:organizationId/review',
    ],
    side: [{ url: '/api/organizations/:organizationId/keys', need: 'organizations.keys.own' }],
  },
};
