import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'notifications.outbox.read';

export const portalPages: Pages = {
  '/o/:slug/notifications': {
    page: 'notices-page',
    shape: 'list',
    data: ['/api/me/notices'],
    side: [{ url: '/api/me/notices?limit=1' }],
  },
  '/account/notifications': {
    page: 'preferences-page',
    shape: 'form',
    data: ['/api/me/message-preferences'],
  },
  '/unsubscribe': { page: 'unsubscribe-page', shape: 'form', frame: 'bare', drawn: true },
};

export const consolePages: Pages = {
  '/console/outbox': { page: 'outbox-page', shape: 'list', need, data: ['/api/console/outbox{?state,q}'] },
  '/console/outbox/:mailId': {
    page: 'mail-page',
    shape: 'detail',
    need,
    data: ['/api/console/outbox/:mailId'],
  },
};
