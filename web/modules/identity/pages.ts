import type { Pages } from '../../kernel/pages/pages.ts';

export const portalPages: Pages = {
  '/sign-in': { page: 'sign-in-page', shape: 'form', frame: 'bare', drawn: true },
  '/sign-in/return/:connectionId': { page: 'return-page', shape: 'form', frame: 'bare' },
  '/sign-up': { page: 'sign-up-page', shape: 'form', frame: 'bare' },
  '/verify-email': { page: 'verify-email-page', shape: 'form', frame: 'bare' },
  '/forgot-password': { page: 'forgot-password-page', shape: 'form', frame: 'bare' },
  '/reset-password': { page: 'reset-password-page', shape: 'form', frame: 'bare' },
  '/confirm-email': { page: 'confirm-email-page', shape: 'form', frame: 'bare' },
  '/undo-email': { page: 'undo-email-page', shape: 'form', frame: 'bare' },
  '/stop-recovery': { page: 'stop-recovery-page', shape: 'form', frame: 'bare' },
  '/not-me': { page: 'not-me-page', shape: 'form', frame: 'bare' },
  '/account/second-step': {
    page: 'second-step-page',
    shape: 'form',
    frame: 'bare',
    data: ['/api/me/factors'],
  },
  '/setup': { page: 'setup-page', shape: 'form', frame: 'bare' },
  '/account/profile': { page: 'profile-page', shape: 'form', data: ['/api/me'] },
  '/account/security': {
    page: 'security-page',
    shape: 'form',
    data: ['/api/me/factors', '/api/me/sessions', '/api/me/devices', '/api/me/recovery', '/api/me/sign-ins'],
  },
};

export const consolePages: Pages = {
  '/console/staff': {
    page: 'staff-page',
    shape: 'list',
    need: 'identity.staff.read',
    data: ['/api/console/staff'],
    side: [{ url: '/api/console/recoveries?limit=200', need: 'identity.recovery.manage' }],
  },
  '/console/settings/codes': {
    page: 'texting-page',
    shape: 'form',
    need: 'kernel.settings.manage',
    data: ['/api/console/settings/identity.texting', '/api/console/texting'],
  },
  '/console/sign-ins': {
    page: 'sign-ins-page',
    shape: 'list',
    need: 'identity.sign-ins.read',
    data: ['/api/console/sign-ins{?outcome,people,q}'],
  },
  '/console/people/:personId': {
    page: 'person-page',
    shape: 'detail',
    need: 'identity.sign-ins.read',
    data: [
      '/api/console/people/:personId',
      '/api/console/people/:personId/sessions',
      '/api/console/people/:personId/sign-ins',
    ],
  },
};
