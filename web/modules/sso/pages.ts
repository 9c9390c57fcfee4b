import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/o/:slug/organization/single-sign-on': {
    page: 'sso-page',
    shape: 'form',
    need: 'sso.connection.manage',
    data: ['/api/organizations/:organizationId/sso'],
    side: [{ url: '/api/organizations/:organizationId/roles', need: 'organizations.members.read' }],
  },
};
