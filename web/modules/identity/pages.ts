import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/sign-in': { page: 'sign-in-page', shape: 'form', frame: 'bare', drawn: true },
  '/sign-up': { page: 'sign-up-page', shape: 'form', frame: 'bare' },
  '/verify-email': { page: 'verify-email-page', shape: 'form', frame: 'bare' },
  '/forgot-password': { page: 'forgot-password-page', shape: 'form', frame: 'bare' },
  '/reset-password': { page: 'reset-password-page', shape: 'form', frame: 'bare' },
  '/setup': { page: 'setup-page', shape: 'form', frame: 'bare' },
  '/account/profile': { page: 'profile-page', shape: 'form', data: ['/api/me'] },
  '/account/security': { page: 'security-page', shape: 'form', data: ['/api/me/sessions'] },
};

export const consolePages: Pages = {
  '/console/staff': {
    page: 'staff-page',
    shape: 'list',
    need: 'identity.staff.read',
    data: ['/api/console/staff'],
  },
};
