import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { workTerms } from './settings.ts';

export const worktime = defineModule({
  name: 'worktime',
  migrations: ['20261201-0310-worktime.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  settings: [workTerms],
  personalData: [
    {
      table: 'worktime.entries',
      columns: ['note'],
      purpose: 'to bill work on tickets, and to say what it was',
      onErasure: 'keep for legal retention',
    },
  ],
});
