import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const organizations = defineModule({
  name: 'organizations',
  migrations: ['20261121-0920-organizations.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  messages: Object.values(messages),
  personalData: [
    {
      table: 'organizations.organizations',
      columns: ['billing_email', 'address', 'tax_id'],
      purpose: 'to bill the organization',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'organizations.invitations',
      columns: ['email'],
      purpose: 'to invite somebody',
      onErasure: 'delete',
    },
  ],
});
