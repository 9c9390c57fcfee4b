import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const catalog = defineModule({
  name: 'catalog',
  migrations: ['20261121-0950-catalog.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
});
