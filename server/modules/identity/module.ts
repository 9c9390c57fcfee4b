import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const identity = defineModule({
  name: 'identity',
  migrations: ['20261121-0910-people.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  messages: Object.values(messages),
  personalData: [
    {
      table: 'identity.people',
      columns: ['email', 'name', 'locale', 'time_zone'],
      purpose: 'to sign in and to be written to',
      onErasure: 'anonymize',
    },
    {
      table: 'identity.sessions',
      columns: ['address', 'user_agent'],
      purpose: 'to show where somebody is signed in',
      onErasure: 'delete',
    },
  ],
});
