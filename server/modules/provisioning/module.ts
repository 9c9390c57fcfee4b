import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const provisioning = defineModule({
  name: 'provisioning',
  migrations: ['20261121-1030-provisioning.sql', '20261122-1100-chosen-services.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: Object.values(messages),
});
