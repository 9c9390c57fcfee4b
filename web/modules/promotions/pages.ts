import type { Pages } from '../../kernel/pages/pages.ts';

const base = '/api/console/promotions';

export const consolePages: Pages = {
  '/console/promotions': {
    page: 'promotions-page',
    shape: 'list',
    need: 'promotions.read',
    data: [`${base}{?state,trigger,q}`],
  },
  '/console/promotions/new': {
    page: 'new-promotion-page',
    shape: 'form',
    need: 'promotions.manage',
    data: [`${base}/goods`],
  },
  '/console/promotions/rules': {
    page: 'promotion-rules-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: ['/api/console/settings/promotions.rules'],
  },
  '/console/promotions/:promotionId': {
    page: 'promotion-page',
    shape: 'detail',
    need: 'promotions.read',
    data: [`${base}/:promotionId`, `${base}/:promotionId/redemptions`],
  },
  '/console/promotions/:promotionId/edit': {
    page: 'edit-promotion-page',
    shape: 'form',
    need: 'promotions.manage',
    data: [`${base}/:promotionId`, `${base}/goods`],
  },
  '/console/promotions/:promotionId/codes': {
    page: 'codes-page',
    shape: 'list',
    need: 'promotions.manage',
    data: [`${base}/:promotionId`, `${base}/:promotionId/codes{?q}`],
  },
};
