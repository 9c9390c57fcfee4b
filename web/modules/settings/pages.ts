import type { Pages } from '../../kernel/pages/pages.ts';

export const consolePages: Pages = {
  '/console/settings': {
    page: 'settings-page',
    shape: 'form',
    need: 'kernel.settings.read',
    data: ['/api/console/settings/brand'],
  },
};
