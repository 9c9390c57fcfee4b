import type { Pages } from '../../kernel/pages/pages.ts';

const read = 'pricing.campaigns.read';
const prepare = 'pricing.campaigns.prepare';

export const consolePages: Pages = {
  '/console/prices': {
    page: 'campaigns-page',
    shape: 'list',
    need: read,
    data: ['/api/console/pricing/campaigns'],
  },
  '/console/prices/new': {
    page: 'new-campaign-page',
    shape: 'form',
    need: prepare,
    data: ['/api/console/catalog'],
  },
  '/console/prices/:campaignId': {
    page: 'campaign-page',
    shape: 'detail',
    need: read,
    data: ['/api/console/pricing/campaigns/:campaignId'],
  },
  '/console/prices/:campaignId/change': {
    page: 'change-campaign-page',
    shape: 'form',
    need: prepare,
    data: ['/api/console/pricing/campaigns/:campaignId', '/api/console/catalog'],
  },
};
