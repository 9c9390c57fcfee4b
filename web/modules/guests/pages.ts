import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/contact': { page: 'write-page', shape: 'form', frame: 'public', once: true },
  '/contact/message': { page: 'message-page', shape: 'conversation', frame: 'public' },
  '/account/claims': { page: 'claims-page', shape: 'form', data: ['/api/me/guests', '/api/me/offers'] },
};
