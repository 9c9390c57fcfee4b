import type { Pages } from '../../kernel/pages/pages.ts';

const own = '/api/organizations/:organizationId/offers';
const desk = '/api/console/offers';
const rules = '/api/console/settings/offers.rules';

export const portalPages: Pages = {
  '/offer': { page: 'guest-offer-page', shape: 'detail', frame: 'public' },
  '/o/:slug/offers': { page: 'offers-page', shape: 'list', need: 'offers.read', data: [`${own}{?state,q}`] },
  '/o/:slug/offers/:offerId': {
    page: 'offer-page',
    shape: 'detail',
    need: 'offers.read',
    data: [`${own}/:offerId`, '/api/terms'],
  },
};

export const consolePages: Pages = {
  '/console/offers': {
    page: 'offers-page',
    shape: 'list',
    need: 'offers.read',
    data: [`${desk}{?state,q,client}`, `${desk}/pipeline`],
  },
  '/console/offers/new': {
    page: 'new-offer-page',
    shape: 'form',
    need: 'offers.write',
    data: [rules],
  },
  '/console/offers/rules': {
    page: 'offer-rules-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: [rules],
  },
  '/console/offers/:offerId': {
    page: 'offer-page',
    shape: 'detail',
    need: 'offers.read',
    data: [`${desk}/:offerId`],
  },
  '/console/offers/:offerId/edit': {
    page: 'edit-offer-page',
    shape: 'form',
    need: 'offers.write',
    data: [`${desk}/:offerId`],
  },
};
