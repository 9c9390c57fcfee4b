import { defineModule } from '../../kernel/module.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';
import { deskLimits } from './settings.ts';

export const deskacts = defineModule({
  name: 'deskacts',
  migrations: ['20261201-0320-deskacts.sql', '20261202-0400-credit-asks.sql'],
  routes,
  permissions: Object.values(permissions),
  messages: Object.values(messages),
  settings: [deskLimits],
});
