import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as permissions from './permissions.ts';
import { serviceRules } from './settings.ts';

export const services = defineModule({
  name: 'services',
  migrations: ['20261121-1000-services.sql'],
  permissions: Object.values(permissions),
  events: Object.values(events),
  settings: [serviceRules],
});
