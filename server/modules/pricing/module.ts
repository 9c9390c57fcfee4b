import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const pricing = defineModule({
  name: 'pricing',
  migrations: ['20261127-0810-campaigns.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: Object.values(messages),
  invariants,
});
