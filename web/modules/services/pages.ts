import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'services.service.read';
const own = '/api/organizations/:organizationId/services';

export const portalPages: Pages = {
  '/o/:slug/services': { page: 'services-page', shape: 'list', need, data: [`${own}{?status,q}`] },
  '/o/:slug/services/:serviceId': {
    page: 'service-page',
    shape: 'detail',
    need,
    data: [`${own}/:serviceId`],
    slots: ['service.sections'],
  },
  '/o/:slug/services/:serviceId/cancel': {
    page: 'cancel-page',
    shape: 'flow',
    need: 'services.service.change',
    data: [`${own}/:serviceId`],
  },
};

export const consolePages: Pages = {
  '/console/services': {
    page: 'services-page',
    shape: 'list',
    need,
    data: ['/api/console/services{?status,q,organization}'],
  },
  '/console/services/:serviceId': {
    page: 'service-page',
    shape: 'detail',
    need,
    data: ['/api/console/services/:serviceId'],
  },
};
