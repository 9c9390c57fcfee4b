import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';
import { promotionRules } from './settings.ts';

export const promotions = defineModule({
  name: 'promotions',
  migrations: ['20261127-0702-promotions.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  settings: [promotionRules],
  invariants,
});
